import { plainTitle, readHeader } from './header.js';
import { type FieldSource, ImportField, type MappingProposal } from './import-field.js';
import type { ColumnSpec, LayoutSpec } from './layout-spec.js';
import { layouts } from './layouts.js';
import { titleOf } from './mapping.js';
import { REASON_COLUMNS } from './rejected-csv.js';
import { closest } from './suggestion.js';

/** What a column probably holds. */
export interface ColumnProposal {
  field: ImportField;
  /** True where the heading is known; false where it only resembles one. */
  isSure: boolean;
}

/** Shorter names resemble too many others. */
const MIN_LETTERS = 5;

/**
 * What each column of a file probably holds in a layout, by its heading: known ones first, then
 * those that contain a known name, then those that are nearly spelt like one. A field is proposed once.
 */
export function proposeColumns(
  layout: LayoutSpec,
  headings: readonly string[],
): (ColumnProposal | null)[] {
  const proposals: (ColumnProposal | null)[] = headings.map(() => null);
  const open = new Set(Object.values(layout.columns));
  const propose = (isSure: boolean, find: (title: string) => ColumnSpec | undefined): void => {
    headings.forEach((heading, index) => {
      if (proposals[index] || REASON_COLUMNS.includes(heading)) return;
      const spec = find(plainTitle(heading));
      if (!spec || !open.delete(spec)) return;
      proposals[index] = { field: spec.field, isSure };
    });
  };
  const named = (names: (spec: ColumnSpec) => readonly string[]) => (title: string) =>
    [...open].find((spec) => names(spec).some((name) => plainTitle(name) === title));
  propose(
    true,
    named(({ title, synonyms }) => [title, ...synonyms]),
  );
  propose(
    true,
    named(({ hints }) => hints),
  );
  propose(false, (title) => containing(title, open));
  propose(false, (title) => resembling(title, open));
  return proposals;
}

function* namesOf(specs: Iterable<ColumnSpec>): Generator<[name: string, spec: ColumnSpec]> {
  for (const spec of specs) {
    for (const name of [spec.title, ...spec.synonyms, ...spec.hints]) {
      const plain = plainTitle(name);
      if (plain.length >= MIN_LETTERS) yield [plain, spec];
    }
  }
}

/** `Number of bedrooms` holds bedrooms; of several names the longest tells most. */
function containing(title: string, specs: Iterable<ColumnSpec>): ColumnSpec | undefined {
  const found = [...namesOf(specs)].filter(([name]) => title.includes(name));
  return found.toSorted(([a], [b]) => b.length - a.length)[0]?.[1];
}

function resembling(title: string, specs: Iterable<ColumnSpec>): ColumnSpec | undefined {
  if (title.length < MIN_LETTERS) return undefined;
  const names = new Map(namesOf(specs));
  return names.get(closest(title, names.keys()) ?? '');
}

/** What a mapping of a file with these headings may begin with; null where nothing is recognised. */
export function proposeMapping(headings: readonly string[]): MappingProposal | null {
  const candidates = layouts.map((layout) => {
    const fields = proposeColumns(layout, headings);
    return { layout, fields, share: share(layout, fields) };
  });
  const known = recognised(headings);
  const [best] = candidates.toSorted(
    (a, b) =>
      Number(b.layout.name === known) - Number(a.layout.name === known) ||
      tells(b.fields) - tells(a.fields) ||
      b.share - a.share,
  );
  if (!best || best.fields.every((field) => field === null)) return null;
  return {
    layout: best.layout.name,
    isEarlier: false,
    mapping: best.fields.flatMap((proposal, index): FieldSource[] =>
      proposal
        ? [{ field: proposal.field, column: titleOf(headings[index] ?? ''), value: null }]
        : [],
    ),
  };
}

/** The layout in which the file can be read as it is. */
export function recognised(headings: readonly string[]): LayoutSpec['name'] | undefined {
  try {
    return readHeader(layouts, headings).layout.name;
  } catch {
    return undefined;
  }
}

/** A list of units names each of them, a list of developments counts them. */
function tells(proposals: readonly (ColumnProposal | null)[]): number {
  return proposals.some(
    (one) =>
      one?.isSure && (one.field === ImportField.UNIT_CODE || one.field === ImportField.UNIT_COUNT),
  )
    ? 1
    : 0;
}

function share(layout: LayoutSpec, proposals: readonly (ColumnProposal | null)[]): number {
  const required = Object.values(layout.columns).filter((spec) => spec.required);
  const found = new Set(proposals.map((one) => one?.field));
  return required.filter(({ field }) => found.has(field)).length / required.length;
}
