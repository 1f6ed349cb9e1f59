import { stringify } from 'csv-stringify/sync';

/** The columns that a file of rejected rows has beside those of the original; an import passes over them. */
export const REASON_COLUMNS: readonly string[] = ['Import row', 'Import reason'];

/** Signs by which a spreadsheet takes a cell for a formula (OWASP, “CSV injection”), full-width forms included. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const DEFUSED = /^'+[=+\-@\t\r\n＝＋－＠]/u;

/** The cell as a spreadsheet shows it and never runs it: an apostrophe stands before anything like a formula. */
export function defuse(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The cell before `defuse`; other cells stay as they are. */
export function restore(cell: string): string {
  return DEFUSED.test(cell) ? cell.slice(1) : cell;
}

export interface RejectedRow {
  row: number;
  cells: readonly string[];
  reasons: readonly string[];
}

/** First line of a file of rejected rows: the original titles, then the row's number and the reasons. */
export function rejectedHeader(titles: readonly string[]): string {
  const own = keptColumns(titles).map((index) => titles[index] ?? '');
  return line([...own, ...REASON_COLUMNS]);
}

/** One rejected row with its original cells; every cell is quoted and none is a formula. */
export function rejectedLine(titles: readonly string[], rejected: RejectedRow): string {
  const own = keptColumns(titles).map((index) => rejected.cells[index] ?? '');
  const surplus = rejected.cells.slice(titles.length);
  return line([...own, String(rejected.row), rejected.reasons.join(' '), ...surplus]);
}

/** A file that was itself one of rejected rows does not gain the reason columns a second time. */
function keptColumns(titles: readonly string[]): number[] {
  return titles.flatMap((title, index) => (REASON_COLUMNS.includes(title) ? [] : [index]));
}

function line(cells: readonly string[]): string {
  return stringify([cells.map(defuse)], {
    quoted: true,
    quoted_empty: true,
    record_delimiter: '\r\n',
  });
}
