import { majorOf, minorOf } from './money';

it.each([
  ['USD', 123_450, '1234.50'],
  ['JPY', 1200, '1200'],
  ['BHD', 1, '0.001'],
])('%s %i is written %s', (currency, minor, text) => {
  expect(majorOf(minor, currency)).toBe(text);
  expect(minorOf(text, currency)).toBe(minor);
});

it('an amount keeps its cents, and what is none is null', () => {
  expect(minorOf('1.005', 'USD')).toBe(100);
  expect(minorOf('19.99', 'USD')).toBe(1999);
  expect(['', ' ', 'a', '-'].map((text) => minorOf(text, 'USD'))).toEqual([null, null, null, null]);
});
