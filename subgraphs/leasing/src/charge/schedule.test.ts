import { addDays } from '@propertea/kernel';
import fc from 'fast-check';
import { slowCharges } from '../../test/support/slow-charges.js';
import type { ChargeTerms } from './charge-terms.js';
import { anchorBefore } from './periods.js';
import { previewCharges } from './preview-charges.js';
import { chargesOf, scheduleOf } from './schedule.js';

const rent: ChargeTerms = {
  kind: 'RENT',
  label: 'Rent',
  amountMinor: 1_000_00,
  cycle: 'MONTHLY',
  dueDay: 1,
  proration: 'ACTUAL',
  startsOn: '2027-01-01',
  endsBefore: null,
  changes: [],
};

const all = (terms: ChargeTerms, until: string, endsBefore: string | null = null) => [
  ...chargesOf({ terms, billedBefore: terms.startsOn }, endsBefore, until),
];
const dueDays = (terms: Partial<ChargeTerms>, until: string) =>
  all({ ...rent, ...terms }, until).map(({ dueOn }) => dueOn);

const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days));
const cycles = [
  'ONCE',
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'QUARTERLY',
  'HALF_YEARLY',
  'YEARLY',
] as const;
const methods = ['NONE', 'ACTUAL', 'STANDARD_30', 'THIRTY_DAY_MONTH', 'ANNUAL'] as const;
const amountMinor = fc.integer({ min: 0, max: 1_000_000_00 });

const anyTerms = fc
  .record({
    amountMinor,
    cycle: fc.constantFrom(...cycles),
    dueDay: fc.integer({ min: 1, max: 31 }),
    proration: fc.constantFrom(...methods),
    startsOn: day,
    lasts: fc.option(fc.integer({ min: 1, max: 900 })),
    changes: fc.uniqueArray(fc.record({ after: fc.integer({ min: 1, max: 500 }), amountMinor }), {
      maxLength: 4,
      selector: ({ after }) => after,
    }),
  })
  .map(({ lasts, changes, ...terms }): ChargeTerms => {
    const on = (days: number) => addDays(terms.startsOn, days);
    return {
      ...rent,
      ...terms,
      endsBefore: lasts === null ? null : on(lasts),
      changes: changes.map((change) => ({
        effectiveOn: on(change.after),
        amountMinor: change.amountMinor,
      })),
    };
  });

describe('R1: anchors', () => {
  it('31 is clamped and remembered', () => {
    expect(dueDays({ dueDay: 31, startsOn: '2027-01-31' }, '2027-05-31')).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
    ]);
    expect(dueDays({ dueDay: 31, startsOn: '2028-01-31' }, '2028-03-01')).toEqual([
      '2028-01-31',
      '2028-02-29',
    ]);
  });

  it('a first part ends before the next anchor', () => {
    const [first, second] = all({ ...rent, dueDay: 15, startsOn: '2027-01-20' }, '2027-02-15');
    expect(first?.period).toEqual({ startsOn: '2027-01-20', endsBefore: '2027-02-15' });
    expect(first?.explanation).toBe('26 of 31 days, ACTUAL');
    expect(second?.period).toEqual({ startsOn: '2027-02-15', endsBefore: '2027-03-15' });
  });

  it('longer periods are counted from the anchor before the first day', () => {
    const startsOn = '2027-02-10';
    expect(dueDays({ cycle: 'QUARTERLY', startsOn }, '2027-12-31')).toEqual([
      '2027-02-10',
      '2027-05-01',
      '2027-08-01',
      '2027-11-01',
    ]);
    expect(dueDays({ cycle: 'YEARLY', startsOn, dueDay: 31 }, '2029-12-31')).toEqual([
      '2027-02-10',
      '2028-01-31',
      '2029-01-31',
    ]);
  });

  it('is the last day of its kind, for any day and anchor', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 31 }), (on, anchor) => {
        let back = on;
        const isAnchor = () => {
          const number = Number(back.slice(8));
          return number === anchor || (number < anchor && addDays(back, 1).endsWith('-01'));
        };
        while (!isAnchor()) back = addDays(back, -1);
        expect(anchorBefore(on, anchor)).toBe(back);
      }),
    );
  });
});

describe('schedules', () => {
  it('are what a day-by-day count says, for any charge', () => {
    fc.assert(
      fc.property(anyTerms, fc.integer({ min: 0, max: 500 }), (terms, days) => {
        const until = addDays(terms.startsOn, days);
        const ours = all(terms, until).map(({ period, amountMinor: amount }) => ({
          ...period,
          amountMinor: amount,
        }));
        expect(ours).toEqual(slowCharges(terms, until));
      }),
      { numRuns: 300 },
    );
  });

  it('R7: going on from where lines ended gives the same lines, wherever that was', () => {
    fc.assert(
      fc.property(anyTerms, fc.array(fc.integer({ min: 0, max: 300 })), (terms, stops) => {
        const until = addDays(terms.startsOn, 300);
        const lines = [];
        let billedBefore: string | null = terms.startsOn;
        for (const stop of [...stops.toSorted((a, b) => a - b), 300]) {
          for (const charge of chargesOf(
            { terms, billedBefore },
            null,
            addDays(terms.startsOn, stop),
          )) {
            lines.push(charge);
            billedBefore = terms.cycle === 'ONCE' ? null : charge.period.endsBefore;
          }
        }
        expect(lines).toEqual(all(terms, until));
      }),
    );
  });

  it('R26: a period that ended with the term and goes on at will costs together what it costs', () => {
    fc.assert(
      fc.property(anyTerms, fc.integer({ min: 1, max: 200 }), (any, days) => {
        const terms = { ...any, endsBefore: null, changes: [] };
        const termEnd = addDays(terms.startsOn, days);
        const before = all(terms, addDays(termEnd, -1), termEnd);
        const billedBefore =
          terms.cycle === 'ONCE' ? null : (before.at(-1)?.period.endsBefore ?? terms.startsOn);
        const after = chargesOf({ terms, billedBefore }, null, termEnd);
        const [rest] = after;
        const whole = all(terms, addDays(termEnd, -1));
        const sum = before.reduce((total, { amountMinor: amount }) => total + amount, 0);
        const expected = whole.reduce((total, { amountMinor: amount }) => total + amount, 0);
        const isCut = whole.at(-1)?.period.endsBefore !== before.at(-1)?.period.endsBefore;
        expect(sum + (isCut ? (rest?.amountMinor ?? 0) : 0)).toBe(expected);
      }),
    );
  });

  it('R3: no line costs more than the dearest whole period', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const dearest = Math.max(
          terms.amountMinor,
          ...terms.changes.map(({ amountMinor: amount }) => amount),
        );
        for (const { amountMinor: amount } of all(terms, addDays(terms.startsOn, 200))) {
          expect(amount).toBeGreaterThanOrEqual(0);
          expect(amount).toBeLessThanOrEqual(dearest);
        }
      }),
    );
  });

  it('of a lease come in date order, from any number of charges', () => {
    fc.assert(
      fc.property(fc.array(anyTerms, { maxLength: 5 }), day, (templates, until) => {
        const billed = templates.map((terms) => ({ terms, billedBefore: terms.startsOn }));
        const days: string[] = [];
        for (const { charge } of scheduleOf(billed, null, until)) {
          if (days.length === 300) break;
          days.push(charge.dueOn);
        }
        expect(days).toEqual(days.toSorted());
        const count = templates.reduce((sum, terms) => sum + all(terms, until).length, 0);
        expect(days).toHaveLength(Math.min(count, 300));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a preview', () => {
  const deposit = { ...rent, kind: 'DEPOSIT', label: 'Deposit', cycle: 'ONCE' } as const;
  const draft = {
    currency: 'USD',
    endsBefore: '2028-01-01',
    templates: [
      { ...rent, startsOn: '2027-11-16', proration: 'STANDARD_30' as const },
      { ...deposit, startsOn: '2027-11-16', amountMinor: 2_000_00 },
    ],
  };

  it('shows what is due, how it came about, and the first payment', () => {
    const { charges, firstPayment } = previewCharges(draft, '2028-06-30');
    expect(charges).toEqual([
      {
        kind: 'RENT',
        label: 'Rent',
        periodStartsOn: '2027-11-16',
        periodEndsOn: '2027-11-30',
        dueOn: '2027-11-16',
        amount: { amountMinor: 500_00, currency: 'USD' },
        isProrated: true,
        explanation: '15 of 30 days, STANDARD_30',
      },
      expect.objectContaining({ label: 'Deposit', periodEndsOn: '2027-11-16', isProrated: false }),
      expect.objectContaining({ dueOn: '2027-12-01', explanation: 'whole period' }),
    ]);
    expect(firstPayment).toEqual([{ amountMinor: 2_500_00, currency: 'USD' }]);
  });

  it('ends after a hundred charges, however far one looks', () => {
    const daily = { ...rent, cycle: 'DAILY' as const };
    const { charges } = previewCharges(
      { currency: 'USD', endsBefore: null, templates: [daily] },
      '2999-12-31',
    );
    expect(charges).toHaveLength(100);
  });
});
