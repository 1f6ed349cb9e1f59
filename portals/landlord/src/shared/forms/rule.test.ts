import { readFileSync } from 'node:fs';
import { pathsOf, violationOf } from './rule';
import type { Rule, Rules, Violation } from './rule';

const ALL = JSON.parse(
  readFileSync(new URL('../../../../../schema/rules.json', import.meta.url), 'utf8'),
) as Record<string, Rules>;

/** Every rule that a room has for a value, not for an object of values or a list. */
const FIELDS = Object.entries(ALL).flatMap(([input, rules]) =>
  Object.entries(rules)
    .filter(([, { type }]) => type !== 'object' && type !== 'array' && type !== 'boolean')
    .map(([path, rule]) => [`${input}.${path}`, rule] as const),
);

/** A value that obeys a text's pattern; a new pattern of a room needs a value here. */
const BY_PATTERN: [RegExp, string][] = [
  [/^\^\[A-Z0-9\]\{1,\d+\}\$$/, 'A1'],
  [/^\^\[A-Z\]\{2\}\$$/, 'UA'],
  [/^\^\[A-Z\]\{3\}\$$/, 'EUR'],
  [/^\^\[A-Z\]\{2\}\(-/, 'US-IL'],
  [/Cc\}/, 'Ordinary words'],
  [/@/, 'olena@example.com'],
];

function obeying(rule: Rule): unknown {
  if (rule.enum) return rule.enum[0];
  if (rule.type === 'number' || rule.type === 'integer') return rule.minimum ?? 1;
  if (rule.pattern !== undefined) {
    const { pattern } = rule;
    const found = BY_PATTERN.find(([form]) => form.test(pattern));
    if (!found) throw new Error(`No value is known that obeys ${pattern}`);
    return found[1];
  }
  return 'x'.repeat(Math.max(rule.minLength ?? 1, 1));
}

/** Values that break a rule, each in one way, and the message that tells it. */
function breaking(rule: Rule): [unknown, Violation['key']][] {
  const broken: [unknown, Violation['key']][] = [];
  if (rule.required) broken.push(['', 'required'], [null, 'required'], ['   ', 'required']);
  if (rule.type === 'number' || rule.type === 'integer') {
    broken.push(['twelve', 'number'], [Number.NaN, 'number']);
    if (rule.type === 'integer') broken.push([1.5, 'integer']);
    if (rule.minimum !== undefined) broken.push([rule.minimum - 1, 'minimum']);
    if (rule.maximum !== undefined) broken.push([rule.maximum + 1, 'maximum']);
    if (rule.multipleOf !== undefined) {
      broken.push([(rule.minimum ?? 0) + rule.multipleOf * 1.5, 'multipleOf']);
    }
    return broken;
  }
  if (rule.maxLength !== undefined) broken.push(['x'.repeat(rule.maxLength + 1), 'tooLong']);
  if (rule.minLength !== undefined && rule.minLength > 1) {
    broken.push(['x'.repeat(rule.minLength - 1), 'tooShort']);
  }
  if (rule.format === 'email') broken.push(['olena', 'email'], ['olena@example', 'email']);
  else if (rule.pattern?.startsWith('^[A-Z0-9]{1,')) broken.push(['ä', 'code'], ['A-1', 'code']);
  else if (rule.pattern !== undefined) broken.push(['a\u0007b', 'pattern']);
  return broken;
}

it('there are rules of every kind', () => {
  const used = new Set(FIELDS.flatMap(([, rule]) => Object.keys(rule)));
  expect([...used]).toEqual(
    expect.arrayContaining(['required', 'minLength', 'maxLength', 'pattern', 'minimum', 'maximum']),
  );
});

it.each(FIELDS)('%s: a value that obeys is taken', (_name, rule) => {
  expect(violationOf(rule, obeying(rule))).toBeUndefined();
});

it.each(FIELDS)('%s: nothing is taken exactly where nothing is wanted', (_name, rule) => {
  const expected = rule.required ? { key: 'required', values: {} } : undefined;
  for (const nothing of ['', '  ', null, undefined]) {
    expect(violationOf(rule, nothing)).toEqual(expected);
  }
});

it.each(FIELDS.filter(([, rule]) => breaking(rule).length > 0))(
  '%s: a value that breaks it is refused with the message about that',
  (_name, rule) => {
    for (const [value, key] of breaking(rule)) {
      expect({ value, key: violationOf(rule, value)?.key }).toEqual({ value, key });
    }
  },
);

it('the limits themselves are taken, and the message says them', () => {
  const text = { type: 'string', minLength: 2, maxLength: 4 };
  expect(violationOf(text, 'ab')).toBeUndefined();
  expect(violationOf(text, 'abcd')).toBeUndefined();
  expect(violationOf(text, 'a')).toEqual({ key: 'tooShort', values: { minimum: 2 } });
  expect(violationOf(text, 'abcde')).toEqual({ key: 'tooLong', values: { maximum: 4 } });
  const number = { type: 'integer', minimum: -5, maximum: 200 };
  expect(violationOf(number, -5)).toBeUndefined();
  expect(violationOf(number, '200')).toBeUndefined();
  expect(violationOf(number, 201)).toEqual({ key: 'maximum', values: { maximum: 200 } });
});

it('texts are judged without the spaces around them', () => {
  expect(violationOf({ type: 'string', maxLength: 2 }, '  ab  ')).toBeUndefined();
});

it('a step is met where binary fractions only seem to miss it', () => {
  const rule = { type: 'number', multipleOf: 0.01 };
  expect(violationOf(rule, 0.1 + 0.2)).toBeUndefined();
  expect(violationOf(rule, 1234.56)).toBeUndefined();
  expect(violationOf(rule, 0.005)).toEqual({ key: 'multipleOf', values: { step: 0.01 } });
});

it('a code says of how many letters and digits it may be', () => {
  const rule = { type: 'string', pattern: '^[A-Z0-9]{1,5}$' };
  expect(violationOf(rule, 'abc')).toEqual({ key: 'code', values: { maximum: 5 } });
});

it('what is said of each of a list is judged for each', () => {
  const values = { parties: [{ name: 'Ann' }, { name: '' }], dueDay: 1 };
  expect(pathsOf(values, 'parties[].name')).toEqual(['parties.0.name', 'parties.1.name']);
  expect(pathsOf(values, 'parties[]')).toEqual(['parties.0', 'parties.1']);
  expect(pathsOf(values, 'dueDay')).toEqual(['dueDay']);
  expect(pathsOf(values, 'chargeTemplates[].label')).toEqual([]);
});
