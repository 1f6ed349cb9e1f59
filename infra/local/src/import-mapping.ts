import { z } from 'zod';
import { Refusal } from './failure.js';
import type { GraphClient } from './graph-client.js';

/** Where an import takes one field from: a column of the file or a value for all rows. */
export interface FieldSource {
  field: string;
  column: string | null;
  value: string | null;
}

/** How the columns of a file are to be read; `importPortfolio` takes it as it is. */
export interface Reading {
  layout: string | null;
  mapping: FieldSource[];
}

const sourceShape = z.object({
  field: z.string(),
  column: z.string().nullable(),
  value: z.string().nullable(),
});
const proposalShape = z.object({
  import: z
    .object({ proposedLayout: z.string().nullable(), proposedMapping: z.array(sourceShape) })
    .nullable(),
});

/** `Apt No=unit_code` → where the field UNIT_CODE comes from. @throws Refusal for what has another form. */
export function fieldSource(text: string, kind: 'column' | 'value'): FieldSource {
  const at = kind === 'column' ? text.lastIndexOf('=') : text.indexOf('=');
  const [left, right] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  const [name, content] = kind === 'column' ? [right, left] : [left, right];
  if (at < 1 || name === '' || content === '') {
    const form = kind === 'column' ? '--map "<column>=<field>"' : '--set "<field>=<value>"';
    throw new Refusal(`“${text}” is not of the form ${form}.`, 2);
  }
  const field = name.toUpperCase().replace(/[\s-]+/gu, '_');
  return { field, column: null, value: null, [kind]: content };
}

/** What the platform proposes for the uploaded file, with the given sources in the place of its own. */
export async function readingOf(
  client: GraphClient,
  importId: string,
  given: { layout: string | undefined; sources: readonly FieldSource[] },
): Promise<Reading> {
  const { import: found } = await client.ask(
    `query ($id: ID!) { import(id: $id) { proposedLayout proposedMapping { field column value } } }`,
    { id: importId },
    proposalShape,
  );
  const layout = given.layout?.toUpperCase() ?? found?.proposedLayout ?? null;
  const isProposed = layout === found?.proposedLayout;
  const kept = (isProposed ? (found?.proposedMapping ?? []) : []).filter(
    ({ field, column }) =>
      !given.sources.some(
        (one) => one.field === field || (column !== null && one.column === column),
      ),
  );
  return { layout, mapping: [...kept, ...given.sources] };
}
