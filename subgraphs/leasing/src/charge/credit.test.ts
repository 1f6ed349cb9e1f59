import { addDays } from '@propertea/kernel';
import fc from 'fast-check';
import { unusedPartOf } from './credit.js';

const terms = {
  cycle: 'MONTHLY',
  dueDay: 1,
  proration: 'ACTUAL',
  startsOn: '2026-01-01',
} as const;
const june = {
  startsOn: '2026-06-01',
  endsBefore: '2026-07-01',
  amountMinor: 900_00,
  creditedMinor: 0,
};

describe('R29: the unused part of a line', () => {
  it('is what its days after the end cost', () => {
    expect(unusedPartOf(terms, june, '2026-06-21')).toEqual({
      startsOn: '2026-06-21',
      endsBefore: '2026-07-01',
      amountMinor: 300_00,
    });
  });

  it('is all of a line for which no day was used, whatever the method', () => {
    const whole = { startsOn: '2026-06-01', endsBefore: '2026-07-01', amountMinor: 900_00 };
    expect(unusedPartOf({ ...terms, proration: 'NONE' }, june, '2026-05-20')).toEqual(whole);
    expect(
      unusedPartOf({ ...terms, cycle: 'ONCE', startsOn: '2026-06-01' }, june, '2026-06-01'),
    ).toEqual(whole);
  });

  it('is nothing where the line was used up, never prorated, or given back before', () => {
    expect(unusedPartOf(terms, june, '2026-07-01')).toBeNull();
    expect(unusedPartOf({ ...terms, proration: 'NONE' }, june, '2026-06-02')).toBeNull();
    expect(unusedPartOf(terms, { ...june, creditedMinor: 300_00 }, '2026-06-21')).toBeNull();
  });

  it('never exceeds the line, and a second, earlier end gives back only the difference', () => {
    const methods = ['NONE', 'ACTUAL', 'STANDARD_30', 'THIRTY_DAY_MONTH', 'ANNUAL'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...methods),
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 })),
        fc.integer({ min: 0, max: 29 }),
        (proration, amountMinor, [a, b], skipped) => {
          const line = { ...june, startsOn: addDays('2026-06-01', skipped), amountMinor };
          const chosen = { ...terms, proration };
          const later = addDays('2026-06-01', Math.max(a, b));
          const sooner = addDays('2026-06-01', Math.min(a, b));
          const first = unusedPartOf(chosen, line, later)?.amountMinor ?? 0;
          const second =
            unusedPartOf(chosen, { ...line, creditedMinor: first }, sooner)?.amountMinor ?? 0;
          const atOnce = unusedPartOf(chosen, line, sooner)?.amountMinor ?? 0;
          expect(first + second).toBe(atOnce);
          expect(atOnce).toBeLessThanOrEqual(amountMinor);
        },
      ),
    );
  });
});
