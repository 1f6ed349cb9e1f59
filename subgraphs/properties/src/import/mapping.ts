import { shown } from './finding.js';
import type { LayoutSpec } from './layout-spec.js';
import type { ImportMapping } from './import-field.js';
import { closest } from './suggestion.js';

/** Where the fields of a layout come from in one file, and what is wrong with that. */
export interface ResolvedMapping {
  /** Field of the layout → index of its column. */
  columns: Map<string, number>;
  /** Field of the layout → the value of all rows. */
  values: Map<string, string>;
  /** For the person who made the mapping; the path leads into it. */
  issues: { message: string; path: (string | number)[] }[];
}

/** A heading as people see it and as mappings name it: trimmed, one line, at most 120 characters. */
export function titleOf(heading: string): string {
  return shown(heading.normalize('NFC').trim());
}

/**
 * Follows a mapping in a file with these headings. Wrong are: a column that is not there or stands
 * there twice, a field or a column that is named twice, a field that the layout does not have or
 * that differs from row to row, and required fields that nothing is mapped to.
 */
export function resolveMapping(
  layout: LayoutSpec,
  headings: readonly string[],
  mapping: ImportMapping,
): ResolvedMapping {
  const titles = headings.map(titleOf);
  const columns = new Map<string, number>();
  const values = new Map<string, string>();
  const issues: ResolvedMapping['issues'] = [];
  const taken = new Set<number>();
  const named = new Set<string>();
  mapping.forEach(({ field, column, value }, at) => {
    const wrong = (key: string, message: string): unknown =>
      issues.push({ message, path: [at, key] });
    const [name, spec] =
      Object.entries(layout.columns).find(([, one]) => one.field === field) ?? [];
    if (name === undefined || spec === undefined) {
      return wrong('field', `The layout ${layout.name} has no field ${field}. Leave it out.`);
    }
    if (named.has(field)) {
      return wrong('field', `${field} is mapped twice. Keep one of the two.`);
    }
    named.add(field);
    if ((column === null) === (value === null)) {
      return wrong('column', 'Give either a column or a value for all rows.');
    }
    if (value !== null) {
      if (!spec.takesValue) {
        return wrong('value', `${field} differs from row to row: map a column to it.`);
      }
      return values.set(name, value);
    }
    const title = titleOf(column ?? '');
    const index = titles.indexOf(title);
    if (index < 0) return wrong('column', unknownColumn(title, titles));
    if (titles.includes(title, index + 1)) {
      return wrong(
        'column',
        title === ''
          ? 'The file has several columns without a heading. Give this one a heading and upload the file again.'
          : `The file has several columns called “${title}”. Rename one and upload the file again.`,
      );
    }
    if (taken.has(index)) {
      return wrong(
        'column',
        `“${title}” is mapped to another field already. Choose another column.`,
      );
    }
    taken.add(index);
    return columns.set(name, index);
  });
  for (const spec of Object.values(layout.columns)) {
    if (!spec.required || named.has(spec.field)) continue;
    const what = spec.takesValue
      ? 'a column to it, or give a value for all rows'
      : 'a column to it';
    issues.push({ message: `${spec.field} is required (${spec.title}): map ${what}.`, path: [] });
  }
  return { columns, values, issues };
}

function unknownColumn(title: string, titles: readonly string[]): string {
  const near = closest(title, titles);
  const hint = near === undefined ? 'Choose one of the file’s columns.' : `Did you mean “${near}”?`;
  return `The file has no column “${title}”. ${hint}`;
}
