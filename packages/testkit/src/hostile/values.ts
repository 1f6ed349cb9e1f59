import { Family, nested, times } from './operation.js';

const SEARCH = 'query ($ids: [ID!], $where: Where) { search(ids: $ids, where: $where) { id } }';
const searching = (variables: unknown) => ({ query: SEARCH, variables });

export const lists = new Family('lists');
for (const count of [501, 2_500, 5_000, 100_000]) {
  lists.costly(
    `${count} in an argument`,
    () => `{ search(ids: [${times(count, '"a" ')}]) { id } }`,
  );
}
for (const count of [10_001, 100_000, 250_000]) {
  lists.costly(`${count} in a variable`, () =>
    searching({ ids: Array.from({ length: count }, () => 'a') }),
  );
}
lists.costly('100,000 that are wrong', () =>
  searching({ ids: Array.from({ length: 100_000 }, () => ({})) }),
);
lists.costly('100,000 in a variable that nobody asked for', () => ({
  query: '{ notice }',
  variables: { unused: Array.from({ length: 100_000 }, () => 1) },
}));
lists.costly('20,000 keys', () => ({
  query: '{ notice }',
  variables: Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`k${index}`, 1])),
}));
lists.costly(
  '6,000 in a default',
  () => `query ($a: [ID!] = [${times(6_000, '"a" ')}]) { search(ids: $a) { id } }`,
);
lists.invalid('9,000 that are wrong', () =>
  searching({ ids: Array.from({ length: 9_000 }, () => ({})) }),
);
lists.invalid('nulls where none may be', () =>
  searching({ ids: Array.from({ length: 9_000 }, () => null) }),
);
lists.costly(
  '900 wrong ones in an argument',
  () => `{ search(ids: [${times(900, '{} ')}]) { id } }`,
);
lists.invalid(
  '400 unknown arguments',
  () => `{ notice(${times(400, (index) => `a${index}: 1 `)}) }`,
);
lists.invalid('400 times one argument', () => `{ search(${times(400, 'ids: "a" ')}) { id } }`);
lists.invalid(
  '400 unknown fields of an input',
  () => `{ search(where: {${times(400, (index) => `a${index}: 1 `)}}) { id } }`,
);
lists.invalid(
  '400 times one field of an input',
  () => `{ search(where: {${times(400, 'name: "a" ')}}) { id } }`,
);
lists.invalid(
  '600 variables',
  () => `query (${times(600, (index) => `$v${index}: ID `)}) { notice }`,
);
lists.invalid(
  '400 times one variable',
  () => `query (${times(400, '$v: ID ')}) { search(ids: [$v]) { id } }`,
);
lists.invalid(
  '400 variables that are not declared',
  () => `{ search(ids: [${times(400, (index) => `$v${index} `)}]) { id } }`,
);
lists.costly(
  'variables and fragments that multiply',
  () =>
    `${times(60, (index) => `query Q${index} { ...F0 } `)} ${times(60, (index) => `fragment F${index} on Query { search(ids: [$a $b $c]) { id } ...F${index + 1} } `)} fragment F60 on Query { notice }`,
);

export const numbers = new Family('numbers');
for (const literal of [
  '1e999',
  '-1e999',
  '1e-999',
  '9007199254740993',
  '2147483648',
  '-2147483649',
  '-0.0',
  '0.1',
  'NaN',
  'Infinity',
  '-Infinity',
  'true',
  '[1]',
  '{}',
  '"1"',
]) {
  numbers.invalid(`the literal ${literal}`, () => `{ search(where: {rent: ${literal}}) { id } }`);
}
for (const broken of ['00', '01', '-', '+1', '1.', '.5', '1e', '0x10', '1_000', '1n', '٣']) {
  numbers.invalid(`the token ${broken}`, () => `{ search(where: {rent: ${broken}}) { id } }`);
}
numbers.costly('100,000 digits', () => `{ search(where: {rent: ${'9'.repeat(100_000)}}) { id } }`);
numbers.costly(
  'an exponent of 100,000 digits',
  () => `{ search(where: {rent: 1e${'9'.repeat(100_000)}}) { id } }`,
);
for (const json of [
  '1e999',
  '-1e999',
  '2147483648',
  '0.1',
  '"1"',
  'true',
  '[[1]]',
  '{}',
  '9'.repeat(100_000),
]) {
  numbers.raw(
    `the value ${json.slice(0, 12)}`,
    () => `{"query":${JSON.stringify(SEARCH)},"variables":{"where":{"rent":${json}}}}`,
  );
}
for (const json of ['NaN', 'Infinity', '-', '01', '1.', '0x10']) {
  numbers.raw(
    `the broken value ${json}`,
    () => `{"query":${JSON.stringify(SEARCH)},"variables":{"where":{"rent":${json}}}}`,
  );
}

export const variables = new Family('variables');
for (const depth of [51, 1_000, 100_000]) {
  variables.raw(
    `lists of ${depth} levels`,
    () => `{"query":${JSON.stringify(SEARCH)},"variables":{"ids":${nested(depth, '[', '', ']')}}}`,
    'COST_LIMIT',
  );
  variables.raw(
    `objects of ${depth} levels`,
    () =>
      `{"query":${JSON.stringify(SEARCH)},"variables":{"where":${nested(Math.min(depth, 50_000), '{"and":[', '', ']}')}}}`,
    'COST_LIMIT',
  );
  variables.raw(
    `unused ones of ${depth} levels`,
    () => `{"query":"{ notice }","variables":{"a":${nested(depth, '[', '', ']')}}}`,
    'COST_LIMIT',
  );
}
for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
  variables.raw(
    `the input field ${name}`,
    () => `{"query":${JSON.stringify(SEARCH)},"variables":{"where":{"${name}":{"rent":1}}}}`,
  );
  variables.invalid(
    `the literal field ${name}`,
    () => `{ search(where: {${name}: {rent: 1}}) { id } }`,
  );
  variables.raw(
    `a list item ${name}`,
    () => `{"query":${JSON.stringify(SEARCH)},"variables":{"ids":[{"${name}":1}]}}`,
  );
  variables.invalid(`the field ${name}`, () => `{ ${name} }`);
}
variables.invalid('a variable of an output', () => 'query ($a: Property) { notice }');
variables.invalid('a variable of nothing', () => 'query ($a: Nothing) { search(ids: $a) { id } }');
variables.invalid(
  'a variable in a default',
  () => 'query ($a: ID, $b: [ID!] = [$a]) { search(ids: $b) { id } }',
);
variables.invalid('one that is missing', () => 'query ($a: [ID!]!) { search(ids: $a) { id } }');
variables.invalid('null where none may be', () => ({
  query: 'query ($a: [ID!]!) { search(ids: $a) { id } }',
  variables: { a: null },
}));
variables.invalid('as text', () => ({ query: SEARCH, variables: '{"ids":[]}' }));
variables.invalid('as a list', () => ({ query: SEARCH, variables: [1] }));
variables.invalid('as a number', () => ({ query: SEARCH, variables: 0 }));
