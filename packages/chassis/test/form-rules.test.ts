import { formRules, idOf, timeZone } from '@propertea/kernel';
import { z } from 'zod';
import { commandRules, rulesOf } from '../src/graph/index.js';
import { defineCommand } from '../src/store/index.js';

const trimmed = z
  .string()
  .max(80)
  .transform((text) => text.trim())
  .pipe(z.string().min(1).max(20).register(formRules, { format: 'line' }));

test('a form knows of each field what the server will ask of it', () => {
  const input = z.object({
    id: idOf('Unit'),
    name: trimmed,
    note: trimmed.nullish().transform((text) => text ?? null),
    code: z.string().regex(/^[A-Z]{1,3}$/),
    zone: timeZone.optional(),
    rooms: z.int().min(0).max(9).nullish(),
    baths: z.number().multipleOf(0.5),
    kind: z.enum(['A', 'B']),
    isDry: z.boolean().default(false),
    until: z.date(),
    place: z.object({ line: trimmed }).nullish(),
    tags: z.array(trimmed).max(3),
    parts: z.array(z.object({ part: z.int() })),
  });
  const line = { type: 'string', minLength: 1, maxLength: 20, format: 'line' };
  expect(rulesOf(input)).toEqual({
    id: { type: 'string', required: true, format: 'id' },
    name: { required: true, ...line },
    note: { nullable: true, ...line },
    code: { type: 'string', required: true, pattern: '^[A-Z]{1,3}$' },
    zone: { type: 'string', format: 'time-zone', maxLength: 64 },
    rooms: { type: 'integer', nullable: true, minimum: 0, maximum: 9 },
    baths: { type: 'number', required: true, multipleOf: 0.5 },
    kind: { type: 'string', required: true, enum: ['A', 'B'] },
    isDry: { type: 'boolean' },
    until: { type: 'string', required: true, format: 'date-time' },
    place: { type: 'object', nullable: true },
    'place.line': { required: true, ...line },
    tags: { type: 'array', required: true, maxItems: 3 },
    'tags[]': { required: true, ...line },
    parts: { type: 'array', required: true },
    'parts[]': { type: 'object', required: true },
    'parts[].part': { type: 'integer', required: true },
  });
});

test('inputs that are joined, refined as a whole or turned into something else keep their fields', () => {
  const joined = z.object({ a: z.int() }).and(z.object({ b: z.int() }).refine(({ b }) => b > 0));
  expect(Object.keys(rulesOf(joined.transform(({ a }) => a)))).toEqual(['a', 'b']);
});

test('a field that no form could mirror is refused by its name', () => {
  const input = z.object({ either: z.union([z.int(), z.string()]) });
  expect(() => rulesOf(input, 'doIt')).toThrow('doIt: either is a union');
  const twice = z.object({ code: z.string().regex(/a/).regex(/b/) });
  expect(() => rulesOf(twice, 'doIt')).toThrow('doIt: code has several patterns');
});

test('a command’s rules are found by its name', () => {
  defineCommand({ name: 'paint', input: z.object({ colour: z.string() }), run: async () => null });
  expect(commandRules('paint')).toEqual({ colour: { type: 'string', required: true } });
  expect(commandRules('unpaint')).toBeUndefined();
});
