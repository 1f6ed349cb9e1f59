import { readHeader } from './header.js';
import { type Import, ImportState } from './import.entity.js';
import { layouts } from './layouts.js';

/** Whether importing a file could succeed now: nothing stands in the way before its rows are read. */
export function isImportable(found: Import, now: Date): boolean {
  const { state, isRunning, isImported, fileKeptUntil, columns, mapping, layout } = found;
  if (isRunning || isImported || state === ImportState.DISCARDED) return false;
  if (!fileKeptUntil || fileKeptUntil <= now) return false;
  // What came before headings were kept is tried as it stands.
  if (!columns) return true;
  try {
    const titles = columns.map(({ title }) => title);
    readHeader(layouts, titles, { layout, mapping });
    return true;
  } catch {
    return false;
  }
}
