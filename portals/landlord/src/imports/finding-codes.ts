import type { ImportFindingCode, ImportFindingSeverity } from './gql/graphql';

/** What weighs most comes first. */
export const SEVERITIES = [
  'ERROR',
  'CORRECTION',
  'NOTICE',
] as const satisfies readonly ImportFindingSeverity[];

/** Every kind of finding; the compiler says when one is missing. */
export const FINDING_CODES = Object.keys({
  ADDRESS_RANGE: true,
  ADDRESS_SEVERAL: true,
  ADDRESS_SHARED: true,
  BLANK_ROWS: true,
  BUILDING_DIFFERS: true,
  CELL_TOO_LONG: true,
  COMPANY_SIMILAR: true,
  COMPANY_UNKNOWN: true,
  CONFLICTING_ROW: true,
  CONTROL_CHARACTER: true,
  DEPENDS_ON_REJECTED: true,
  DUPLICATE_COLUMN: true,
  EMPTY_FILE: true,
  INVALID: true,
  MALFORMED_CSV: true,
  MISSING_COLUMN: true,
  NOT_PERMITTED: true,
  NOT_TEXT: true,
  NOT_UTF8: true,
  NO_COORDINATES: true,
  NO_ROWS: true,
  OUT_OF_RANGE: true,
  PROPERTY_DIFFERS: true,
  REPEATED_ROW: true,
  REQUIRED: true,
  ROW_TOO_LONG: true,
  RULE_BROKEN: true,
  TOO_MANY_ROWS: true,
  TYPE_CORRECTED: true,
  TYPE_NARROWED: true,
  TYPE_UNKNOWN: true,
  UNIT_DIFFERS: true,
  UNKNOWN_LAYOUT: true,
  UNUSED_COLUMN: true,
  WRONG_CELL_COUNT: true,
  WRONG_DELIMITER: true,
} satisfies Record<ImportFindingCode, true>) as ImportFindingCode[];
