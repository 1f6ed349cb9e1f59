import type { RowFindings } from './finding.js';
import type { Header } from './header.js';
import { IMPORT_LIMITS } from './limits.js';

const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

/**
 * The cells of one row by the fields of its layout. Every method answers undefined for a cell that
 * is empty or wrong; what is wrong has then been said in `findings`.
 */
export class RowCells<Field extends string> {
  constructor(
    private readonly header: Header,
    private readonly cells: readonly string[],
    readonly findings: RowFindings,
  ) {}

  /** Says what makes a row unreadable as a whole: the number of its cells, the length of one. */
  check(): void {
    const { titles } = this.header;
    if (this.cells.length !== titles.length) {
      this.findings.error(
        'WRONG_CELL_COUNT',
        `The row has ${this.cells.length} cells, the header ${titles.length}.`,
        { suggestion: 'Put cells that hold a comma in quotation marks.' },
      );
    }
    this.cells.forEach((cell, index) => {
      if (cell.length <= IMPORT_LIMITS.cellCharacters) return;
      this.findings.error(
        'CELL_TOO_LONG',
        `The cell has ${cell.length.toLocaleString('en')} characters; at most ${IMPORT_LIMITS.cellCharacters} are read. Shorten it.`,
        { column: titles[index], value: cell },
      );
    });
  }

  /** The cell as it stands, or the value of all rows, trimmed; '' where the file has neither. */
  raw(field: Field): string {
    const index = this.header.columns.get(field);
    const text = index === undefined ? this.header.values.get(field) : this.cells[index];
    return (text ?? '').normalize('NFC').trim();
  }

  /** Where a remark about the field points to. */
  at(
    field: Field,
    suggestion?: string,
  ): { column: string; value: string; suggestion: string | undefined } {
    const index = this.header.columns.get(field);
    const title = index === undefined ? undefined : this.header.titles[index];
    return {
      column: title ?? this.header.layout.columns[field]?.title ?? field,
      value: this.raw(field),
      suggestion,
    };
  }

  has(field: Field): boolean {
    return this.raw(field) !== '';
  }

  /** Whether this very row says something, rather than all rows the same. */
  says(field: Field): boolean {
    return !this.header.values.has(field) && this.has(field);
  }

  text(field: Field, maximum: number): string | undefined {
    const text = this.raw(field);
    if (text === '') return undefined;
    if (UNPRINTABLE.test(text)) {
      this.findings.error(
        'CONTROL_CHARACTER',
        'The cell holds a line break or another character that cannot be printed. Type it anew.',
        this.at(field),
      );
      return undefined;
    }
    if (text.length > maximum) {
      this.findings.error(
        'CELL_TOO_LONG',
        `At most ${maximum} characters are allowed here. Shorten it.`,
        this.at(field),
      );
      return undefined;
    }
    return text;
  }

  required(field: Field, maximum: number): string | undefined {
    if (!this.has(field))
      this.findings.error('REQUIRED', 'This cell must not be empty. Fill it in.', this.at(field));
    return this.text(field, maximum);
  }

  /** A code in upper case; letters A–Z and digits, up to `maximum`. */
  code(field: Field, maximum: number): string | undefined {
    const text = this.text(field, IMPORT_LIMITS.cellCharacters);
    if (text === undefined) return undefined;
    const code = text.toUpperCase();
    if (/^[A-Z0-9]+$/u.test(code) && code.length <= maximum) return code;
    const suggestion = code.replace(/[^A-Z0-9]/gu, '').slice(0, maximum);
    this.findings.error(
      'INVALID',
      `A code here has 1 to ${maximum} letters A–Z or digits.`,
      this.at(field, suggestion || undefined),
    );
    return undefined;
  }

  integer(field: Field, minimum: number, maximum: number): number | undefined {
    return this.#number(field, /^[+-]?\d+$/u, 'a whole number', minimum, maximum);
  }

  /** A decimal number with a point, at most `decimals` digits behind it. */
  decimal(field: Field, minimum: number, maximum: number, decimals: number): number | undefined {
    const form = new RegExp(`^[+-]?\\d+(\\.\\d{1,${decimals}})?$`, 'u');
    return this.#number(field, form, `a number with up to ${decimals} decimals`, minimum, maximum);
  }

  #number(
    field: Field,
    form: RegExp,
    what: string,
    minimum: number,
    maximum: number,
  ): number | undefined {
    const text = this.text(field, IMPORT_LIMITS.cellCharacters);
    if (text === undefined) return undefined;
    if (!form.test(text)) {
      this.findings.error(
        'INVALID',
        `This is not ${what}. Write digits without separators or units.`,
        this.at(field, readable(text, form)),
      );
      return undefined;
    }
    const number = Number(text);
    if (number >= minimum && number <= maximum) return number;
    this.findings.error(
      'OUT_OF_RANGE',
      `The number must be from ${minimum.toLocaleString('en')} to ${maximum.toLocaleString('en')}.`,
      this.at(field),
    );
    return undefined;
  }
}

/** The number that was probably meant: a decimal comma becomes a point, separators and units go. */
function readable(text: string, form: RegExp): string | undefined {
  const digits = text.replace(/\s/gu, '').replace(/[^\d.,+-].*$/u, '');
  const isDecimal = /^[+-]?\d+,(\d{1,2}|\d{4,})$/u.test(digits);
  return [isDecimal ? digits.replace(',', '.') : '', digits.replace(/,/gu, '')].find((one) =>
    form.test(one),
  );
}
