/** What one import file may hold; beyond it the file or the row is refused with a sentence saying so. */
export const IMPORT_LIMITS = {
  /** Bytes of the uploaded file. */
  fileBytes: 50 * 1024 * 1024,
  /** Characters of one line, quotes included. */
  rowCharacters: 64 * 1024,
  /** Characters of one cell. */
  cellCharacters: 500,
  columns: 100,
  rows: 500_000,
  unitsPerProperty: 5_000,
  /** Files of one organization that are neither imported nor discarded. */
  openUploads: 20,
  openBytes: 200 * 1024 * 1024,
  /** How long a file that nobody imports is kept. */
  keptMs: 7 * 24 * 60 * 60 * 1000,
} as const;
