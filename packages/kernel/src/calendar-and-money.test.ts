import {
  addDays,
  addMonths,
  dayOfMonth,
  daysBetween,
  daysInMonth,
  monthsBetween,
  roundedQuotient,
  splitMinor,
  totalsOf,
} from './index.js';

describe('days of the calendar', () => {
  it('are counted over months, leap years and changes of the clock', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-01-02', '2026-01-01')).toBe(-1);
    expect(['2100-02-11', '2000-02-11', '2026-04-01'].map(daysInMonth)).toEqual([28, 29, 30]);
    expect(dayOfMonth('2026-04-09')).toBe(9);
  });

  it('R1: months later clamp to the last day and remember their anchor', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-02-28', 1, 31)).toBe('2026-03-31');
    expect(addMonths('2026-03-31', 1, 31)).toBe('2026-04-30');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(addMonths('2026-01-15', -13, 1)).toBe('2024-12-01');
    expect(monthsBetween('2025-12-31', '2026-01-01')).toBe(1);
  });
});

describe('R5: whole minor units', () => {
  it.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [4n, 3n, 1n],
    [-4n, 3n, -1n],
    [0n, 7n, 0n],
    [9007199254740991n * 3n, 2n, 13510798882111487n],
  ])('%s ÷ %s is %s, half away from zero', (numerator, denominator, expected) => {
    expect(roundedQuotient(numerator, denominator)).toBe(expected);
  });

  it('are split by largest remainder and sum to the whole', () => {
    expect(splitMinor(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitMinor(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(splitMinor(10, [5, 0, 1])).toEqual([8, 0, 2]);
    expect(splitMinor(0, [1, 2])).toEqual([0, 0]);
    expect(() => splitMinor(1, [0])).toThrow(RangeError);
    expect(() => splitMinor(1, [2, -1])).toThrow(RangeError);
  });

  it('are added up per currency', () => {
    const euro = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
    expect(totalsOf([{ amountMinor: 5, currency: 'USD' }, euro(1), euro(2)])).toEqual([
      euro(3),
      { amountMinor: 5, currency: 'USD' },
    ]);
    expect(() => totalsOf([euro(Number.MAX_SAFE_INTEGER), euro(1)])).toThrow(RangeError);
  });
});
