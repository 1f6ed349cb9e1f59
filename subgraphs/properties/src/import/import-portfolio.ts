import { defineCommand } from '@propertea/chassis/store';
import { DomainError, idOf, newId } from '@propertea/kernel';
import { z } from 'zod';
import { editableImport } from './editable-import.js';
import { type FieldSource, ImportField } from './import-field.js';
import { type Import, ImportLayout, type Reading } from './import.entity.js';
import { layoutNamed } from './layouts.js';
import { resolveMapping } from './mapping.js';

const source = z
  .object({
    field: z.enum(ImportField),
    column: z.string().max(500).nullish(),
    value: z.string().trim().min(1, 'Give a value, or leave it out.').max(200).nullish(),
  })
  .transform(({ field, column, value }): FieldSource => ({
    field,
    column: column ?? null,
    value: value ?? null,
  }));

/**
 * Asks for an uploaded file to be imported, or tried. The work itself is done by the worker, in the
 * caller's name and with the rights of this moment. Asking again for the same changes nothing.
 */
export const importPortfolio = defineCommand({
  name: 'importPortfolio',
  input: z.object({
    importId: idOf('Import'),
    dryRun: z.boolean().default(false),
    layout: z.enum(ImportLayout).nullish(),
    mapping: z.array(source).max(30, 'A mapping names each field once.').nullish(),
  }),
  async run({ input, em, identity, requestId, now, audit }) {
    const found = await editableImport(em, identity, input.importId);
    if (!found.request(input.dryRun, now, readingOf(found, input))) return found;
    audit(found, 'import.requested');
    await em.execute(
      `insert into properties.import_jobs (id, import_id, organization_id, identity, request_id) values (?, ?, ?, ?, ?)`,
      [newId(), found.id, found.organizationId, JSON.stringify(identity), requestId],
    );
    return found;
  },
});

/** What was asked for, and for the rest what was asked for the last time. Throws where a mapping cannot be followed. */
function readingOf(
  found: Import,
  asked: { layout?: ImportLayout | null | undefined; mapping?: FieldSource[] | null | undefined },
): Reading {
  if (!asked.mapping) {
    const layout = asked.layout ?? found.layout;
    const isOther = asked.layout && found.layout && asked.layout !== found.layout;
    return { layout, mapping: isOther ? null : found.mapping };
  }
  if (asked.mapping.length === 0) return { layout: asked.layout ?? null, mapping: null };
  const proposed = found.proposal && ImportLayout[found.proposal.layout];
  const layout = asked.layout ?? found.layout ?? proposed;
  if (!layout) {
    throw new DomainError(
      'INVALID_INPUT',
      'Say which layout the file has: UNITS or DEVELOPMENTS.',
      {
        path: ['input', 'layout'],
      },
    );
  }
  const titles = (found.columns ?? []).map(({ title }) => title);
  const { issues } = resolveMapping(layoutNamed(layout), titles, asked.mapping);
  if (issues.length > 0) {
    throw DomainError.all(
      issues.map(({ message, path }) => ({
        code: 'INVALID_INPUT',
        message,
        path: ['input', 'mapping', ...path],
      })),
    );
  }
  return { layout, mapping: asked.mapping };
}
