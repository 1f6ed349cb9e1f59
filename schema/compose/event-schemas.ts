import type { EventContract } from '@propertea/kernel';
import { z } from 'zod';

/** A JSON Schema (draft 2020-12) document. */
export type JsonSchema = { [keyword: string]: unknown };

/**
 * The JSON Schema of an event's data as a consumer reads it: unknown fields are ignored. Patterns
 * that only repeat a `format` are left out, so that an upgrade of zod changes no contract.
 */
export function eventSchema(event: EventContract): JsonSchema {
  const { $schema, ...shape } = z.toJSONSchema(event.data, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    },
  });
  return { $schema, title: event.type, ...shape };
}

/** Pretty JSON with a final newline. */
export const printEventSchema = (event: EventContract): string =>
  `${JSON.stringify(eventSchema(event), undefined, 2)}\n`;
