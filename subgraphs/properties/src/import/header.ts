import { fileFinding, FindingSeverity, shown, UnreadableFile, type Finding } from './finding.js';
import { IMPORT_LIMITS } from './limits.js';
import { REASON_COLUMNS } from './rejected-csv.js';
import { closest } from './suggestion.js';

/** A column that a layout reads. */
export interface ColumnSpec {
  /** The title as documented. */
  title: string;
  required: boolean;
  synonyms: readonly string[];
}

export type ColumnSpecs<Field extends string> = Readonly<Record<Field, ColumnSpec>>;

export interface LayoutSpec<Field extends string = string> {
  name: 'DEVELOPMENTS' | 'UNITS';
  columns: ColumnSpecs<Field>;
  /** Titles that are known to be of no use here; they raise no suspicion of a misspelling. */
  unread: readonly string[];
}

/** Where a layout's columns stand in one file. */
export interface Header {
  layout: LayoutSpec;
  /** As in the file, for the rejected rows and the remarks. */
  titles: readonly string[];
  /** Field → index of its column. */
  columns: ReadonlyMap<string, number>;
  findings: readonly Finding[];
}

const plain = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]/gu, '');

function namesOf(spec: ColumnSpec): string[] {
  return [spec.title, ...spec.synonyms].map(plain);
}

function fieldOf(layout: LayoutSpec, title: string): string | undefined {
  const name = plain(title);
  return Object.keys(layout.columns).find((field) => {
    const spec = layout.columns[field];
    return spec !== undefined && namesOf(spec).includes(name);
  });
}

/** The share of a layout's required columns that a header has: 0 to 1. */
function fit(layout: LayoutSpec, titles: readonly string[]): number {
  const required = Object.keys(layout.columns).filter((field) => layout.columns[field]?.required);
  const found = new Set(titles.map((title) => fieldOf(layout, title)));
  return required.filter((field) => found.has(field)).length / required.length;
}

function refuseDelimiter(titles: readonly string[]): void {
  const [only] = titles;
  if (titles.length > 1 || only === undefined) return;
  for (const [sign, name] of [
    [';', 'semicolons'],
    ['\t', 'tabs'],
    ['|', 'vertical bars'],
  ] as const) {
    if (only.split(sign).length > 2) {
      throw new UnreadableFile(
        'WRONG_DELIMITER',
        `The columns are separated by ${name}, not by commas.`,
        {
          value: only,
          suggestion: 'Export the list with commas as separators.',
        },
      );
    }
  }
}

/**
 * Finds the layout and its columns from the first row of a file. Throws `UnreadableFile` that names
 * every missing column, or the first one that is there twice.
 */
export function readHeader(layouts: readonly LayoutSpec[], titles: readonly string[]): Header {
  refuseDelimiter(titles);
  if (titles.length > IMPORT_LIMITS.columns) {
    throw new UnreadableFile(
      'UNKNOWN_LAYOUT',
      `The header has ${titles.length} columns; at most ${IMPORT_LIMITS.columns} can be read.`,
    );
  }
  const ranked = layouts
    .map((layout) => ({ layout, fit: fit(layout, titles) }))
    .toSorted((a, b) => b.fit - a.fit);
  const best = ranked[0];
  if (!best || best.fit < 0.34) {
    const known = layouts.map((layout) => requiredTitles(layout).join(', ')).join('; or ');
    throw new UnreadableFile('UNKNOWN_LAYOUT', 'The header belongs to no known layout.', {
      value: titles.join(','),
      suggestion: `The first row names at least the columns: ${known}.`,
    });
  }
  return columnsOf(best.layout, titles);
}

function requiredTitles(layout: LayoutSpec): string[] {
  return Object.values(layout.columns)
    .filter((spec) => spec.required)
    .map((spec) => spec.title);
}

function columnsOf(layout: LayoutSpec, titles: readonly string[]): Header {
  const columns = new Map<string, number>();
  const unknown: string[] = [];
  titles.forEach((title, index) => {
    const field = fieldOf(layout, title);
    if (field === undefined) {
      if (!REASON_COLUMNS.includes(title)) unknown.push(title);
      return;
    }
    const first = columns.get(field);
    if (first !== undefined) {
      throw new UnreadableFile(
        'DUPLICATE_COLUMN',
        `Columns ${first + 1} (“${shown(titles[first] ?? '')}”) and ${index + 1} (“${shown(title)}”) mean the same.`,
        { column: shown(title), suggestion: 'Remove one of them.' },
      );
    }
    columns.set(field, index);
  });
  refuseMissing(layout, columns, unknown);
  const findings = unknown.map((title) => unused(layout, columns, title));
  return { layout, titles, columns, findings };
}

function refuseMissing(
  layout: LayoutSpec,
  columns: ReadonlyMap<string, number>,
  unknown: readonly string[],
): void {
  const missing = Object.entries(layout.columns).filter(
    ([field, spec]) => spec.required && !columns.has(field),
  );
  if (missing.length === 0) return;
  const hints = missing.flatMap(([, spec]) => {
    const near = closest(spec.title, unknown);
    return near === undefined ? [] : [`“${shown(near)}” → “${spec.title}”`];
  });
  const names = missing.map(([, spec]) => `“${spec.title}”`).join(', ');
  throw new UnreadableFile(
    'MISSING_COLUMN',
    missing.length === 1 ? `The column ${names} is missing.` : `The columns ${names} are missing.`,
    {
      column: missing[0]?.[1].title ?? '',
      ...(hints.length > 0 && { suggestion: `Rename ${hints.join(', ')}.` }),
    },
  );
}

function unused(layout: LayoutSpec, columns: ReadonlyMap<string, number>, title: string): Finding {
  const open = Object.entries(layout.columns)
    .filter(([field]) => !columns.has(field))
    .map(([, spec]) => spec.title);
  const near = layout.unread.includes(title) ? undefined : closest(title, open);
  return fileFinding(
    FindingSeverity.NOTICE,
    'UNUSED_COLUMN',
    title.trim() === '' ? 'A column without a title is not read.' : 'This column is not read.',
    { column: shown(title), ...(near !== undefined && { suggestion: near }) },
  );
}
