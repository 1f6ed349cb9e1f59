import { Family, nested, times } from './operation.js';

export const unicode = new Family('unicode');
for (const [name, character] of Object.entries({
  NUL: '\u0000',
  'a lone high surrogate': '\ud800',
  'a lone low surrogate': '\udc00',
  bidi: '\u202e',
  'zero width': '\u200b',
  'no-break space': '\u00a0',
  'line separator': '\u2028',
  emoji: '🏠',
  'combining marks': 'e\u0301\u0301\u0301',
  bell: '\u0007',
  'a wide letter': 'ａ',
})) {
  unicode.invalid(`${name} between fields`, () => `{ notice ${character} whoAmI }`);
  unicode.invalid(`${name} in a name`, () => `{ no${character}tice }`);
}
for (const escape of [
  '\\ud800',
  '\\udc00\\ud800',
  '\\u{110000}',
  '\\u{d800}',
  '\\u12',
  '\\u{',
  '\\x41',
  '\\u{ffffffffffff}',
]) {
  unicode.invalid(`the escape ${escape}`, () => `{ search(ids: ["${escape}"]) { id } }`);
}
unicode.invalid('60,000 NUL', () => '\u0000'.repeat(60_000));
unicode.invalid('60,000 bidi marks', () => '\u202e'.repeat(60_000));
unicode.invalid('a thousand marks on one letter', () => `{ e${'\u0301'.repeat(1_000)} }`);
const wrap = (bytes: readonly number[]) =>
  Buffer.concat([
    Buffer.from('{"query":"{ notice(a: \\"'),
    Buffer.from(bytes),
    Buffer.from('\\") }"}'),
  ]);
unicode.raw('an overlong slash', () => wrap([0xc0, 0xaf]));
unicode.raw('an encoded surrogate', () => wrap([0xed, 0xa0, 0x80]));
unicode.raw('half a character', () => wrap([0xe2, 0x82]));
unicode.raw('beyond the last character', () => wrap([0xf4, 0x90, 0x80, 0x80]));
unicode.raw('a byte order mark', () =>
  Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('{"query":"{ notice }"}')]),
);
unicode.raw('UTF-16', () => Buffer.from('{"query":"{ notice }"}', 'utf16le'));
unicode.raw('Latin-1', () => Buffer.from('{"query":"{ notice(a: \\"é\\") }"}', 'latin1'));

export const strings = new Family('strings');
strings.invalid('one without an end', () => '{ search(ids: ["a) { id } }');
strings.invalid('a line within', () => '{ search(ids: ["a\nb"]) { id } }');
strings.invalid(
  'a block without an end',
  () => `{ search(ids: ["""${'a'.repeat(60_000)}) { id } }`,
);
strings.costly('500,000 quotes', () => `{ search(ids: [${'"'.repeat(500_000)}`);
strings.costly('200,000 lines of a block', () => `{ notice(a: """${'\n '.repeat(200_000)}""") }`);
strings.invalid('30,000 lines of a block', () => `{ notice(a: """${'\n '.repeat(30_000)}""") }`);
strings.costly('900,000 characters', () => `{ notice(a: "${'x'.repeat(900_000)}") }`);
for (const [title, documentOf] of Object.entries({
  'a name': (name: string) => `{ ${name} }`,
  'a variable': (name: string) => `{ search(ids: [$${name}]) { id } }`,
  'a type': (name: string) => `query ($a: ${name}) { notice }`,
  'a directive': (name: string) => `{ notice @${name} }`,
})) {
  strings.costly(`${title} of 900,000 characters`, () => documentOf('x'.repeat(900_000)));
  strings.invalid(`${title} of 60,000 characters`, () => documentOf('x'.repeat(60_000)));
}
strings.costly(
  'an input of 500,000 characters',
  () => `{ search(where: {name: 1${'0'.repeat(500_000)}}) { id } }`,
);
strings.invalid('900,000 spaces', () => ' '.repeat(900_000));
strings.costly('900,000 commas', () => ','.repeat(900_000));
strings.costly('900,000 letters of a comment', () => `#${'x'.repeat(900_000)}`);
strings.invalid('60,000 letters of a comment', () => `#${'x'.repeat(60_000)}`);
strings.invalid('a wrong value of 500,000 characters', () => ({
  query: 'query ($w: Where) { search(where: $w) { id } }',
  variables: { w: { rent: 'x'.repeat(500_000) } },
}));
strings.costly('escapes to the end', () => `{ search(ids: ["${'\\u0041'.repeat(50_000)}) { id } }`);
strings.invalid('SQL', () => `select * from users; drop table users; --`);
strings.invalid('a script', () => '<script>alert(1)</script>');

export const operationNames = new Family('operation names');
const TWO = 'query A { notice } query B { notice }';
for (const [title, operationName] of Object.entries({
  'one that is not there': 'C',
  __proto__: '__proto__',
  constructor: 'constructor',
  'a long one': 'x'.repeat(500_000),
  'a number': 1,
  'a list': ['A'],
  'an object': { A: 1 },
  true: true,
  'a space': ' ',
  bidi: 'A\u202e',
  'another case': 'a',
})) {
  operationNames.invalid(title, () => ({ query: TWO, operationName }));
}
operationNames.invalid('none of two', () => TWO);
operationNames.invalid('null of two', () => ({ query: TWO, operationName: null }));
operationNames.invalid('an empty one of two', () => ({ query: TWO, operationName: '' }));
operationNames.invalid('twice one name', () => ({
  query: 'query A { notice } query A { notice }',
  operationName: 'A',
}));
operationNames.invalid('one without a name beside one with', () => ({
  query: '{ notice } query A { notice }',
  operationName: 'A',
}));
operationNames.invalid('a fragment alone', () => 'fragment F on Query { notice }');
operationNames.invalid('a fragment by its name', () => ({
  query: '{ notice } fragment F on Query { notice }',
  operationName: 'F',
}));
operationNames.invalid('a definition of a type', () => 'type Query { a: Int } { notice }');
operationNames.invalid(
  'an extension of the schema',
  () => 'extend schema { query: Query } query A { notice }',
);

export const batches = new Family('batches');
const one = '{"query":"{ notice }"}';
for (const count of [0, 1, 2, 100, 10_000]) {
  batches.raw(
    `${count} operations`,
    () => `[${Array.from({ length: count }, () => one).join(',')}]`,
  );
}
batches.raw('a batch in a batch', () => `[[${one}]]`);
batches.raw('operations line by line', () => `${one}\n${one}`);
batches.raw('operations one after the other', () => `${one}${one}`);
batches.raw('a list of documents', () => '{"query":["{ notice }","{ notice }"]}');
batches.raw('500,000 brackets', () => '['.repeat(500_000));
batches.raw('500,000 empty lists', () => `[${times(340_000, '[],')}[]]`);
batches.raw('no object', () => '"{ notice }"');
batches.raw('nothing', () => '');
batches.raw(
  'a body over the limit',
  () => `{"query":"{ notice } #${'x'.repeat(1_048_576)}"}`,
  'COST_LIMIT',
  413,
);
batches.raw('extensions as a list', () => '{"query":"{ notice }","extensions":[1]}');
batches.raw(
  'deep extensions',
  () => `{"query":"{ notice }","extensions":{"a":${nested(10_000, '[', '', ']')}}}`,
  'COST_LIMIT',
);
batches.raw(
  'wide extensions',
  () => `{"query":"{ notice }","extensions":{"a":[${times(20_000, '1,')}1]}}`,
  'COST_LIMIT',
);
