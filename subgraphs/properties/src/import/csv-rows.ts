import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { UnreadableFile } from './finding.js';
import { IMPORT_LIMITS } from './limits.js';
import { restore } from './rejected-csv.js';
import { guardText } from './text-guard.js';

export interface CsvRow {
  /** As a spreadsheet counts: the header is row 1 and blank lines count. */
  row: number;
  /** Without the quoting of CSV and without the apostrophes that `defuse` put before formulas. */
  cells: string[];
}

/**
 * The rows of a CSV file (UTF-8, with or without a byte order mark, commas, RFC 4180 quoting, any
 * line ending), one at a time. Blank lines arrive as one empty cell. Throws `UnreadableFile`.
 */
export async function* csvRows(source: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow> {
  const parser = parse({
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: IMPORT_LIMITS.rowCharacters,
  });
  // The pipeline destroys the parser with the error of the guard; the loop below then throws it.
  pipeline(guardText(source), parser, () => {});
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row++;
      if (row > IMPORT_LIMITS.rows + 1) {
        throw new UnreadableFile(
          'TOO_MANY_ROWS',
          `The file has more than ${IMPORT_LIMITS.rows.toLocaleString('en')} rows.`,
          { suggestion: 'Split it into several files.' },
        );
      }
      yield { row, cells: cells.map(restore) };
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error) : error;
  } finally {
    parser.destroy();
  }
}

function unreadable(error: CsvError): UnreadableFile {
  const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new UnreadableFile(
      'ROW_TOO_LONG',
      `A row that ends about line ${line} is longer than ${IMPORT_LIMITS.rowCharacters.toLocaleString('en')} characters.`,
      { suggestion: 'Look for a quotation mark that is never closed.', cause: error },
    );
  }
  const what =
    error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'A quotation mark is opened and never closed'
      : 'A quotation mark stands inside a cell that is not quoted, or text follows a closing one';
  return new UnreadableFile('MALFORMED_CSV', `${what} (line ${line}).`, {
    suggestion: 'Put the cell in quotation marks and double those inside it.',
    cause: error,
  });
}
