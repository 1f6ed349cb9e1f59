const KEY = 'propertea-slash-key';

/** Whether `/` opens the search in this browser; people who speak to their computer turn such keys off. */
export function hasSlashKey(): boolean {
  try {
    return window.localStorage.getItem(KEY) !== 'off';
  } catch {
    // Without storage nothing can be turned off; Control and K is always there.
    return false;
  }
}

/** Turns `/` on or off for this browser. */
export function setSlashKey(isOn: boolean): void {
  if (isOn) window.localStorage.removeItem(KEY);
  else window.localStorage.setItem(KEY, 'off');
}
