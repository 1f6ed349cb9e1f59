import { configSchema } from '../config.js';
import { documentLimits as limitsOf } from './document-limits.js';
import type { DocumentLimits } from './document-limits.js';

const usual = configSchema.shape.limits.parse(undefined);
const documentLimits = (own: Partial<DocumentLimits>) => limitsOf({ ...usual, ...own });

const admit = documentLimits({ depth: 4, aliases: 3, fields: 10, tokens: 200 });

const code = (source: string): string => {
  try {
    admit(source);
    return 'admitted';
  } catch (error) {
    return `${(error as { code: string }).code}: ${(error as Error).message}`;
  }
};

it('admits an ordinary operation', () => {
  expect(code('query Q($x: Int) { a(x: $x) { b { c { d } } } }')).toBe('admitted');
});

it('says what is too much, and how much would do', () => {
  expect(code('{ a { b { c { d { e } } } } }')).toBe(
    'COST_LIMIT: The operation nests fields to a depth of 5; at most 4 are allowed.',
  );
  expect(code('{ a: x b: x c: x d: x }')).toMatch(/^COST_LIMIT: .* aliases of 4; at most 3/);
  expect(code(`{ ${'a '.repeat(11)} }`)).toMatch(/^COST_LIMIT: .* fields of 11; at most 10/);
  expect(code(`{ ${'a '.repeat(300)} }`)).toBe(
    'COST_LIMIT: The document has more than 200 tokens.',
  );
});

it('counts fragments where they are spread, also when they multiply', () => {
  expect(
    code('{ ...A } fragment A on T { a { b { ...B } } } fragment B on T { c { d { e } } }'),
  ).toMatch(/depth of 5/);
  const laughs = Array.from(
    { length: 20 },
    (_, index) => `fragment F${index} on T { x { ...F${index + 1} } y { ...F${index + 1} } }`,
  ).join(' ');
  const generous = documentLimits({ depth: 100, aliases: 100, fields: 1_000, tokens: 10_000 });
  expect(() => generous(`{ ...F0 } ${laughs} fragment F20 on T { a }`)).toThrow(/fields of \d{7}/);
});

it('fragments without a field of their own cannot multiply either', () => {
  const laughs = Array.from(
    { length: 20 },
    (_, index) => `fragment F${index} on T { ...F${index + 1} ... { ...F${index + 1} } }`,
  ).join(' ');
  const generous = documentLimits({ depth: 20, aliases: 100, fields: 1_000, tokens: 5_000 });
  for (const leaf of ['__typename', '__schema { queryType { name } }']) {
    expect(() => generous(`{ a ...F0 } ${laughs} fragment F20 on T { ${leaf} }`)).toThrow(
      /selections of \d{7}; at most 2000/,
    );
  }
  expect(() => generous(`{ ${'...{'.repeat(1_600)} a ${'}'.repeat(1_600)} }`)).toThrow(
    /nests fragments to a depth of \d{4}; at most 100/,
  );
  expect(code('{ a { __typename ...A } } fragment A on T { __typename b ... on T { c } }')).toBe(
    'admitted',
  );
});

it('a fragment within itself ends', () => {
  expect(code('{ ...A } fragment A on T { a { ...A } }')).toBe('admitted');
});

it('says what is no GraphQL', () => {
  expect(code('select * from users')).toMatch(/^BAD_USER_INPUT: Syntax Error/);
  expect(code('\u0000'.repeat(1_000))).toMatch(/^BAD_USER_INPUT/);
});

it('a text that is too long is not even looked at', () => {
  const short = documentLimits({ characters: 20 });
  expect(() => short('{'.repeat(21))).toThrow('more than 20 characters');
  expect(() => short('{'.repeat(20))).toThrow('Syntax Error');
});

it('notices introspection wherever it can be valid', () => {
  expect(admit('{ a }').introspects).toBe(false);
  expect(admit('{ __typename }').introspects).toBe(false);
  expect(admit('{ __type(name: "A") { name } }').introspects).toBe(true);
  expect(
    admit('{ ... { ...S } } fragment S on Query { x: __schema { types { name } } }').introspects,
  ).toBe(true);
});

it('remembers documents, but no more of them than fits', () => {
  const limits = documentLimits({ characters: 2 * 1024 * 1024 });
  const long = (mark: string) => `{ a } # ${mark}${'x'.repeat(1024 * 1024)}`;
  const first = limits(long('first'));
  expect(limits(long('first'))).toBe(first);
  for (let index = 0; index < 10; index++) limits(long(String(index)));
  expect(limits(long('first'))).not.toBe(first);
});
