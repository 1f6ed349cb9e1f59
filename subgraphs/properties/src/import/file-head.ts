import { csvRows } from './csv-rows.js';
import { shown, UnreadableFile } from './finding.js';
import { checkHeader } from './header.js';
import type { FileColumn } from './import-field.js';
import { titleOf } from './mapping.js';

const ROWS_READ = 50;
const SAMPLES = 3;

/** The first rows of a file: its headings as they stand, and its columns as people see them. */
export interface FileHead {
  headings: string[];
  columns: FileColumn[];
}

/** Reads the beginning of a file. Throws `UnreadableFile` where that can already be seen to be no list. */
export async function readHead(source: AsyncIterable<Uint8Array>): Promise<FileHead> {
  let headings: string[] | undefined;
  let rows = 0;
  const samples: Set<string>[] = [];
  for await (const { cells } of csvRows(source)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (!headings) {
      checkHeader(cells);
      headings = cells;
      samples.push(...cells.map(() => new Set<string>()));
      continue;
    }
    samples.forEach((known, index) => {
      const cell = shown((cells[index] ?? '').normalize('NFC').trim());
      if (cell !== '' && known.size < SAMPLES) known.add(cell);
    });
    rows++;
    if (rows >= ROWS_READ) break;
  }
  if (!headings) {
    throw new UnreadableFile('EMPTY_FILE', 'The file holds nothing but blank lines.', {
      suggestion: 'Export the list again and check that it has rows.',
    });
  }
  if (rows === 0) {
    throw new UnreadableFile('NO_ROWS', 'The file has a header and no rows below it.', {
      suggestion: 'Export the list again and check that it has rows.',
    });
  }
  return {
    headings,
    columns: headings.map((heading, index) => ({
      title: titleOf(heading),
      samples: [...(samples[index] ?? [])],
    })),
  };
}
