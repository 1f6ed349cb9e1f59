import { hasSlashKey } from '@/shared/slash-key';

type Press = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'target'
>;

const FIELDS = 'input, textarea, select, [contenteditable], [role="combobox"], [role="listbox"]';

/** Whether a key asks for the search: Control or Command and K anywhere, `/` where nothing is typed into. */
export function asksForSearch(press: Press, isSlashOn: () => boolean = hasSlashKey): boolean {
  if (press.isComposing || press.altKey) return false;
  if (press.ctrlKey || press.metaKey) return !press.shiftKey && press.key.toLowerCase() === 'k';
  const isField = press.target instanceof Element && press.target.closest(FIELDS) !== null;
  return press.key === '/' && !isField && isSlashOn();
}
