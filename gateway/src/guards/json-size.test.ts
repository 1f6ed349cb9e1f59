import { limitJson } from './json-size.js';

const limits = { values: 10_000, valueDepth: 50 };
const refusal = (json: string): string | undefined => {
  try {
    limitJson(Buffer.from(json), limits);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};
const body = (variables: string, query = ' '.repeat(20_000)) =>
  `{"query":${JSON.stringify(query)},"variables":${variables}}`;
const list = (count: number) => `[${Array.from({ length: count }, () => '1').join()}]`;
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

it('as many values and levels as there may be pass, one more does not', () => {
  expect(refusal(body(list(10_000)))).toBeUndefined();
  expect(refusal(body(list(10_001)))).toMatch('more than 10000 values');
  expect(refusal(body(deep(51)))).toBeUndefined();
  expect(refusal(body(deep(52)))).toMatch('deeper than 50 levels');
});

it('each field of the body may hold so many', () => {
  const two = `{"a":${list(9_000)},"extensions":${list(9_000)}}`;
  expect(refusal(two)).toBeUndefined();
});

it.each([
  ['commas and brackets', ',[{'.repeat(30_000)],
  ['escaped quotes', '"'.repeat(30_000)],
  ['backslashes', '\\'.repeat(30_001)],
  ['a quote after many characters', `${'x'.repeat(100)}",[{`.repeat(300)],
  ['a backslash before each of them', `${'\\x'.repeat(100)}",[{`.repeat(300)],
])('%s in a text count for nothing', (_title, text) => {
  expect(refusal(body('{"a":1}', text))).toBeUndefined();
  expect(refusal(body(deep(52), text))).toMatch('levels');
});

it('what is no JSON is left to who reads it', () => {
  for (const text of ['"', '"\\', '}', ']}', '\u0000']) {
    expect(refusal(text.padStart(20_000))).toBeUndefined();
  }
});
