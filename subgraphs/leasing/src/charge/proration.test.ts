import type { ChargeTerms } from './charge-terms.js';
import { chargeFor } from './charge-for.js';
import { partOf } from './proration.js';

const rent: ChargeTerms = {
  kind: 'RENT',
  label: 'Rent',
  amountMinor: 1_000_00,
  cycle: 'MONTHLY',
  dueDay: 1,
  proration: 'ACTUAL',
  startsOn: '2026-01-01',
  endsBefore: null,
  changes: [],
};

function cost(terms: Partial<ChargeTerms>, startsOn: string, endsBefore: string): number {
  return chargeFor({ ...rent, startsOn, ...terms }, { startsOn, endsBefore }).amountMinor;
}

describe('R4: the vectors', () => {
  it('1,200.00 from Nov 16, ACTUAL, is 600.00', () => {
    expect(cost({ amountMinor: 1_200_00 }, '2026-11-16', '2026-12-01')).toBe(600_00);
  });

  it('1,000.00 from Aug 20, ACTUAL, is 387.10', () => {
    expect(cost({}, '2026-08-20', '2026-09-01')).toBe(387_10);
  });

  it('1,350.00 for 16 days, STANDARD_30, is 720.00', () => {
    const terms = { amountMinor: 1_350_00, proration: 'STANDARD_30' } as const;
    expect(cost(terms, '2026-08-16', '2026-09-01')).toBe(720_00);
  });

  it('from June 5, STANDARD_30, is 26 of 30 days', () => {
    const period = { startsOn: '2026-06-01', endsBefore: '2026-07-01' };
    const part = { startsOn: '2026-06-05', endsBefore: '2026-07-01' };
    expect(partOf({ cycle: 'MONTHLY', proration: 'STANDARD_30' }, period, part)).toEqual({
      numerator: 26n,
      denominator: 30n,
      isWhole: false,
      explanation: '26 of 30 days, STANDARD_30',
    });
  });
});

describe('R2: proration', () => {
  it.each([
    ['ACTUAL', '2026-06-11', '2026-06-21', 333_33],
    ['STANDARD_30', '2026-07-11', '2026-07-21', 333_33],
    ['THIRTY_DAY_MONTH', '2026-07-11', '2026-07-21', 333_33],
    ['ANNUAL', '2026-06-11', '2026-06-21', 328_77],
    ['NONE', '2026-06-11', '2026-06-21', 1_000_00],
  ] as const)('%s of a part with both ends inside', (proration, startsOn, endsBefore, expected) => {
    expect(cost({ proration }, startsOn, endsBefore)).toBe(expected);
  });

  it.each([
    ['from January 31 counts one day', '2026-01-31', '2026-02-01', 33_33],
    ['from January 30 counts one day too', '2026-01-30', '2026-02-01', 33_33],
    ['from January 16 counts 15 days', '2026-01-16', '2026-02-01', 500_00],
    ['from February 16 counts 13 days', '2026-02-16', '2026-03-01', 433_33],
    ['to the 30th of a month with 31 counts 30 days', '2026-01-01', '2026-01-31', 1_000_00],
    ['over the end of a month counts both sides', '2026-01-20', '2026-02-11', 700_00],
  ])('THIRTY_DAY_MONTH %s', (name, startsOn, endsBefore, expected) => {
    const dueDay = name.startsWith('over') ? 15 : 1;
    expect(cost({ proration: 'THIRTY_DAY_MONTH', dueDay }, startsOn, endsBefore)).toBe(expected);
  });

  it('ANNUAL divides by 365 in a leap year too', () => {
    expect(cost({ proration: 'ANNUAL' }, '2028-02-20', '2028-03-01')).toBe(328_77);
  });

  it('other cycles divide by the length of the period, whatever the method', () => {
    const quarter = { cycle: 'QUARTERLY', proration: 'STANDARD_30', amountMinor: 900_00 } as const;
    expect(cost(quarter, '2026-01-31', '2026-04-01')).toBe(600_00);
    expect(cost({ ...quarter, cycle: 'WEEKLY' }, '2026-01-31', '2026-02-02')).toBe(257_14);
  });
});

describe('R3: a whole period', () => {
  it.each(['NONE', 'ACTUAL', 'STANDARD_30', 'THIRTY_DAY_MONTH', 'ANNUAL'] as const)(
    'is never prorated, and a part of it costs no more: %s',
    (proration) => {
      expect(cost({ proration }, '2026-01-01', '2026-02-01')).toBe(1_000_00);
      expect(cost({ proration }, '2026-02-01', '2026-03-01')).toBe(1_000_00);
      expect(cost({ proration }, '2026-01-02', '2026-02-01')).toBeLessThanOrEqual(1_000_00);
    },
  );
});

describe('R6: an amount that changes inside a period', () => {
  const changes = [{ effectiveOn: '2026-06-16', amountMinor: 1_300_00 }];

  it('counts for its days', () => {
    const charge = chargeFor(
      { ...rent, changes },
      { startsOn: '2026-06-01', endsBefore: '2026-07-01' },
    );
    expect(charge).toMatchObject({
      amountMinor: 1_150_00,
      isProrated: false,
      explanation: 'whole period; another amount from 2026-06-16 on',
    });
  });

  it('counts from the next period on where nothing is prorated', () => {
    const terms = { changes, proration: 'NONE', startsOn: '2026-01-01' } as const;
    expect(cost(terms, '2026-06-01', '2026-07-01')).toBe(1_000_00);
    expect(cost(terms, '2026-07-01', '2026-08-01')).toBe(1_300_00);
  });
});
