import type { ImportField } from './import-field.js';

/** A column that a layout reads. */
export interface ColumnSpec {
  field: ImportField;
  /** The title as documented. */
  title: string;
  /** What it holds, for the person who maps a column to it. */
  description: string;
  required: boolean;
  /** Titles that are read as this column without asking. */
  synonyms: readonly string[];
  /** Titles that people also use; they are proposed, and read once a person has agreed. */
  hints: readonly string[];
  /** Whether all rows of a file may have the same, so that it can be given instead of a column. */
  takesValue: boolean;
  /** Everything it may hold, where that can be listed. */
  choices: readonly string[];
}

export type ColumnSpecs<Field extends string> = Readonly<Record<Field, ColumnSpec>>;

export interface LayoutSpec<Field extends string = string> {
  name: 'DEVELOPMENTS' | 'UNITS';
  description: string;
  columns: ColumnSpecs<Field>;
  /** Titles that are known to be of no use here; they raise no suspicion of a misspelling. */
  unread: readonly string[];
}
