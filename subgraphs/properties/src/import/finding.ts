/** ERROR refuses the row or the file, CORRECTION says what was read instead, NOTICE is for a person to look at. */
export enum FindingSeverity {
  ERROR = 'ERROR',
  CORRECTION = 'CORRECTION',
  NOTICE = 'NOTICE',
}

/** One remark about one cell, one row or, where `row` is null, the whole file. */
export interface Finding {
  /** As a spreadsheet counts: the header is row 1. */
  row: number | null;
  /** The column's title in the file. */
  column: string | null;
  severity: FindingSeverity;
  code: FindingCode;
  /** A sentence for the person who has to mend the file. */
  message: string;
  /** What the file says, shortened. */
  value: string | null;
  /** What it might have meant. */
  suggestion: string | null;
}

/** How many findings of one kind there are. */
export interface FindingCount {
  code: FindingCode;
  severity: FindingSeverity;
  count: number;
}

/** Every reason an import can give, and what it means. */
export const findingCodes = {
  NOT_UTF8: 'The file is not encoded as UTF-8.',
  NOT_TEXT: 'The file is no text file.',
  EMPTY_FILE: 'The file is empty.',
  NO_ROWS: 'The file has a header and nothing below it.',
  WRONG_DELIMITER: 'The columns are not separated by commas.',
  UNKNOWN_LAYOUT: 'The header belongs to no layout that can be imported.',
  MISSING_COLUMN: 'A required column is missing.',
  DUPLICATE_COLUMN: 'Two columns mean the same.',
  UNUSED_COLUMN: 'A column is not read.',
  MALFORMED_CSV: 'The quoting of the file is broken.',
  ROW_TOO_LONG: 'A row is too long to be one.',
  TOO_MANY_ROWS: 'The file has more rows than one import may have.',
  BLANK_ROWS: 'Blank lines were passed over.',
  WRONG_CELL_COUNT: 'The row has another number of cells than the header.',
  CELL_TOO_LONG: 'A cell is too long.',
  CONTROL_CHARACTER: 'A cell holds a character that cannot be printed.',
  REQUIRED: 'A cell must not be empty.',
  INVALID: 'A cell cannot be understood.',
  OUT_OF_RANGE: 'A number is too small or too large.',
  RULE_BROKEN: 'The row breaks a rule of the portfolio.',
  TYPE_UNKNOWN: 'The property type is not known.',
  TYPE_CORRECTED: 'The property type was misspelt and is read as another spelling.',
  TYPE_NARROWED: 'The property type says more than the portfolio keeps.',
  ADDRESS_RANGE: 'The address is a range of house numbers and is kept as it stands.',
  ADDRESS_SEVERAL: 'The cell holds several addresses and is kept as it stands.',
  ADDRESS_SHARED: 'Another property claims the same address.',
  NO_COORDINATES: 'The property has no coordinates.',
  COMPANY_UNKNOWN: 'The organization has no such company.',
  COMPANY_SIMILAR: 'Two companies have names that differ a little; they are kept apart.',
  REPEATED_ROW: 'The row says what an earlier row said.',
  CONFLICTING_ROW: 'The row contradicts an earlier row.',
  DEPENDS_ON_REJECTED: 'The row needs another row that was rejected.',
  NOT_PERMITTED: 'The importer has no right to write there.',
  PROPERTY_DIFFERS: 'The property exists and differs from the file.',
  BUILDING_DIFFERS: 'The building exists and differs from the file.',
  UNIT_DIFFERS: 'The unit exists and differs from the file.',
} as const;

export type FindingCode = keyof typeof findingCodes;

const SHOWN_CHARACTERS = 120;

/** A value as a report may show it: one line, at most 120 characters. */
export function shown(value: string): string {
  const line = value.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '�');
  return line.length > SHOWN_CHARACTERS ? `${line.slice(0, SHOWN_CHARACTERS - 1)}…` : line;
}

/** The file as a whole cannot be imported; `finding.row` is null. */
export class UnreadableFile extends Error {
  readonly finding: Finding;

  constructor(
    code: FindingCode,
    message: string,
    more: { column?: string; value?: string; suggestion?: string; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = 'UnreadableFile';
    this.finding = fileFinding(FindingSeverity.ERROR, code, message, more);
  }
}

/** A remark about the file as a whole. */
export function fileFinding(
  severity: FindingSeverity,
  code: FindingCode,
  message: string,
  more: { column?: string; value?: string; suggestion?: string } = {},
): Finding {
  return {
    row: null,
    column: more.column ?? null,
    severity,
    code,
    message,
    value: more.value === undefined ? null : shown(more.value),
    suggestion: more.suggestion ?? null,
  };
}

/** Collects what there is to say about one row. */
export class RowFindings {
  readonly all: Finding[] = [];

  constructor(readonly row: number) {}

  get rejected(): boolean {
    return this.all.some((finding) => finding.severity === FindingSeverity.ERROR);
  }

  error(code: FindingCode, message: string, at: FindingPlace = {}): void {
    this.#add(FindingSeverity.ERROR, code, message, at);
  }

  correction(code: FindingCode, message: string, at: FindingPlace): void {
    this.#add(FindingSeverity.CORRECTION, code, message, at);
  }

  notice(code: FindingCode, message: string, at: FindingPlace = {}): void {
    this.#add(FindingSeverity.NOTICE, code, message, at);
  }

  #add(severity: FindingSeverity, code: FindingCode, message: string, at: FindingPlace): void {
    this.all.push({
      row: this.row,
      column: at.column ?? null,
      severity,
      code,
      message,
      value: at.value === undefined ? null : shown(at.value),
      suggestion: at.suggestion ?? null,
    });
  }
}

interface FindingPlace {
  column?: string | undefined;
  value?: string | undefined;
  suggestion?: string | undefined;
}
