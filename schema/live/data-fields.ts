import type { EventContract } from '@propertea/kernel';
import { z } from 'zod';

/** What a contract promises of one field of an event's data. */
export interface DataField {
  /** JSON types that its value may have, such as string and null. */
  readonly kinds: ReadonlySet<string>;
  readonly isId: boolean;
  /** It is there in every event and never null. */
  readonly isCertain: boolean;
}

const shape = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
});

const value = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
});

/** The fields of an event's data, by name, as its JSON Schema has them. */
export function dataFieldsOf(contract: EventContract): ReadonlyMap<string, DataField> {
  const { properties, required } = shape.parse(z.toJSONSchema(contract.data, { io: 'input' }));
  return new Map(
    Object.entries(properties).map(([name, schema]) => {
      const { kinds, formats } = kindsOf(schema);
      const isId = formats.size === 1 && formats.has('uuid');
      return [name, { kinds, isId, isCertain: required.includes(name) && !kinds.has('null') }];
    }),
  );
}

function kindsOf(schema: unknown): { kinds: Set<string>; formats: Set<string> } {
  const { type, format, anyOf = [], oneOf = [] } = value.parse(schema);
  const found = { kinds: new Set([type ?? []].flat()), formats: new Set(format ? [format] : []) };
  for (const inner of [...anyOf, ...oneOf].map(kindsOf)) {
    for (const kind of inner.kinds) found.kinds.add(kind);
    for (const name of inner.formats) found.formats.add(name);
  }
  return found;
}
