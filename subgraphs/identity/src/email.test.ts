import { emailKey, emailSchema, nameSchema } from './email.js';

it.each([
  ['ada@example.com', 'ada@example.com'],
  ['  ada+tag@sub.example.co.uk ', 'ada+tag@sub.example.co.uk'],
  ['用户@例え.jp', '用户@例え.jp'],
  ["o'brien@localhost", "o'brien@localhost"],
])('takes %s as an e-mail address', (text, expected) => {
  expect(emailSchema.parse(text)).toBe(expected);
});

it.each([
  '',
  'ada',
  '@example.com',
  'ada@',
  'a b@example.com',
  'a@b@example.com',
  'a..b@example.com',
  'ada@-example.com',
  'ada@example..com',
  'ada@example.com\nBcc: x@example.com',
  'a\u200bda@example.com',
  `${'x'.repeat(65)}@example.com`,
  `ada@${'x'.repeat(64)}.com`,
  `ada@${'x.'.repeat(150)}com`,
])('takes %j as none', (text) => {
  expect(emailSchema.safeParse(text).success).toBe(false);
});

it('answers to nonsense of 500 KB in seconds, not hours', () => {
  const start = performance.now();
  for (const text of ['x'.repeat(500_000), `${'a.'.repeat(250_000)}@x`, '@'.repeat(500_000)]) {
    expect(emailSchema.safeParse(text).success).toBe(false);
    expect(nameSchema.safeParse(text).success).toBe(false);
  }
  expect(performance.now() - start).toBeLessThan(10_000);
});

it('sees the same address in two spellings', () => {
  expect(emailKey('ÉMILE@Example.COM')).toBe(emailKey('e\u0301mile@example.com'));
});
