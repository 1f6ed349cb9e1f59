import type { ImportMappingInput } from '../gql/graphql';
import type {
  FieldDefinition,
  ImportField,
  ImportLayout,
  MappedColumn,
  WizardImport,
} from './wizard-types';

/** What somebody has chosen for one layout and not yet sent. */
export interface Draft {
  /** Position of a column → what it holds. By position, since headings may stand there twice. */
  columns: Readonly<Record<string, ImportField>>;
  /** Field → its value for all rows. */
  values: Readonly<Partial<Record<ImportField, string>>>;
}

interface Known extends Pick<WizardImport, 'layout' | 'proposedLayout'> {
  readonly mapping: readonly WizardImport['mapping'][number][];
  readonly proposedMapping: readonly WizardImport['mapping'][number][];
}

/** What a mapping begins with: what was asked for the last time, else what the room proposes. */
export function firstDraft(
  known: Known,
  layout: ImportLayout,
  columns: readonly MappedColumn[],
): Draft {
  const isAsked = known.layout === layout && known.mapping.length > 0;
  if (isAsked) {
    const positions = known.mapping.flatMap(({ field, column }) => {
      const at = columns.find(({ title }) => title === column)?.position;
      return at === undefined ? [] : [[at, field] as const];
    });
    return { columns: Object.fromEntries(positions), values: valuesOf(known.mapping) };
  }
  const proposed = columns.flatMap(({ position, proposedField }) =>
    proposedField ? [[position, proposedField] as const] : [],
  );
  return {
    columns: Object.fromEntries(proposed),
    values: known.proposedLayout === layout ? valuesOf(known.proposedMapping) : {},
  };
}

function valuesOf(mapping: Known['mapping']): Draft['values'] {
  const given = mapping.flatMap(({ field, value }) => (value === null ? [] : [[field, value]]));
  return Object.fromEntries(given) as Draft['values'];
}

/** The draft with a field in a column, or with nothing in it; a field stands in one place only. */
export function withColumn(draft: Draft, position: number, field: ImportField | null): Draft {
  const others = Object.entries(draft.columns).filter(
    ([at, one]) => at !== String(position) && one !== field,
  );
  const columns = Object.fromEntries(field ? [...others, [String(position), field]] : others);
  return { columns, values: field ? withoutValue(draft, field).values : draft.values };
}

export function withValue(draft: Draft, field: ImportField, value: string): Draft {
  return { ...draft, values: { ...draft.values, [field]: value } };
}

export function withoutValue(draft: Draft, field: ImportField): Draft {
  const { [field]: _, ...values } = draft.values;
  return { ...draft, values };
}

/** The required fields that nothing is chosen for. */
export function missingFields(draft: Draft, fields: readonly FieldDefinition[]): FieldDefinition[] {
  const mapped = new Set(Object.values(draft.columns));
  return fields.filter(
    ({ field, isRequired }) => isRequired && !mapped.has(field) && !draft.values[field]?.trim(),
  );
}

/** A draft as the room takes it, each part with the place in the form that it comes from. */
export function mappingOf(
  draft: Draft,
  columns: readonly MappedColumn[],
): { input: ImportMappingInput; position: number | undefined }[] {
  const fromColumns = columns.flatMap(({ position, title }) => {
    const field = draft.columns[position];
    return field ? [{ input: { field, column: title }, position }] : [];
  });
  const fixed = Object.entries(draft.values) as [ImportField, string][];
  const fromValues = fixed.flatMap(([field, value]) =>
    value.trim() ? [{ input: { field, value: value.trim() }, position: undefined }] : [],
  );
  return [...fromColumns, ...fromValues];
}

/** Headings that stand there more than once: such columns cannot be told apart in a mapping. */
export function repeatedTitles(columns: readonly MappedColumn[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(
    columns.flatMap(({ title }) => {
      if (seen.has(title)) return [title];
      seen.add(title);
      return [];
    }),
  );
}
