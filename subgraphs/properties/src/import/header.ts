import { fileFinding, FindingSeverity, shown, UnreadableFile, type Finding } from './finding.js';
import type { ImportMapping } from './import-field.js';
import type { ColumnSpec, LayoutSpec } from './layout-spec.js';
import { IMPORT_LIMITS } from './limits.js';
import { resolveMapping } from './mapping.js';
import { REASON_COLUMNS } from './rejected-csv.js';
import { closest } from './suggestion.js';

/** Where a layout's columns stand in one file. */
export interface Header {
  layout: LayoutSpec;
  /** As in the file, for the rejected rows and the remarks. */
  titles: readonly string[];
  /** Field → index of its column. */
  columns: ReadonlyMap<string, number>;
  /** Field → the value that all rows have, where a person gave one. */
  values: ReadonlyMap<string, string>;
  findings: readonly Finding[];
}

/** A title without what makes no difference: letter case, spaces, underscores, signs. */
export const plainTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]/gu, '');

function namesOf(spec: ColumnSpec): string[] {
  return [spec.title, ...spec.synonyms].map(plainTitle);
}

function fieldOf(layout: LayoutSpec, title: string): string | undefined {
  const name = plainTitle(title);
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

/** How a person wants a file to be read; nulls leave it to the header. */
export interface HeaderChoice {
  layout: LayoutSpec['name'] | null;
  mapping: ImportMapping | null;
}

/**
 * Finds the layout and its columns from the first row of a file, as far as `choice` does not say
 * them. Throws `UnreadableFile` that names every missing column, or the first one that is there twice.
 */
export function readHeader(
  layouts: readonly LayoutSpec[],
  titles: readonly string[],
  choice: HeaderChoice = { layout: null, mapping: null },
): Header {
  checkHeader(titles);
  const chosen = layouts.find(({ name }) => name === choice.layout);
  if (chosen && choice.mapping) return mapped(chosen, titles, choice.mapping);
  const ranked = layouts
    .map((layout) => ({ layout, fit: fit(layout, titles) }))
    .toSorted((a, b) => b.fit - a.fit);
  const best = chosen ? { layout: chosen, fit: 1 } : ranked[0];
  if (!best || best.fit < 0.34) {
    const known = layouts.map((layout) => requiredTitles(layout).join(', ')).join('; or ');
    throw new UnreadableFile(
      'UNKNOWN_LAYOUT',
      'The header belongs to no known layout. Say which column holds what, or rename the columns.',
      {
        value: titles.join(','),
        suggestion: `The first row names at least the columns: ${known}.`,
      },
    );
  }
  return columnsOf(best.layout, titles);
}

/** Throws `UnreadableFile` for a first row that cannot be a header of anything. */
export function checkHeader(titles: readonly string[]): void {
  refuseDelimiter(titles);
  if (titles.length > IMPORT_LIMITS.columns) {
    throw new UnreadableFile(
      'UNKNOWN_LAYOUT',
      `The header has ${titles.length} columns; at most ${IMPORT_LIMITS.columns} can be read. Remove those that are not needed.`,
    );
  }
}

function mapped(layout: LayoutSpec, titles: readonly string[], mapping: ImportMapping): Header {
  const { columns, values, issues } = resolveMapping(layout, titles, mapping);
  if (issues.length > 0) {
    const message = issues.map((issue) => issue.message).join(' ');
    throw new UnreadableFile('MISSING_COLUMN', message);
  }
  const read = new Set(columns.values());
  const findings = titles.flatMap((title, index) =>
    read.has(index) || REASON_COLUMNS.includes(title) ? [] : [notRead(title)],
  );
  return { layout, titles, columns, values, findings };
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
  return { layout, titles, columns, values: new Map(), findings };
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
  return notRead(title, layout.unread.includes(title) ? undefined : closest(title, open));
}

function notRead(title: string, suggestion?: string): Finding {
  return fileFinding(
    FindingSeverity.NOTICE,
    'UNUSED_COLUMN',
    title.trim() === '' ? 'A column without a title is not read.' : 'This column is not read.',
    { column: shown(title), ...(suggestion !== undefined && { suggestion }) },
  );
}
