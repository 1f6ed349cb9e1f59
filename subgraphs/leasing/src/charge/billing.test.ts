import { type BilledTemplate, chargesEndBefore, linesDue, nextChargeOn } from './billing.js';
import type { ChargeTerms } from './charge-terms.js';
import { rentOfMonth } from './rent-of-month.js';

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

function template(terms: Partial<ChargeTerms>, leadDays = 0): BilledTemplate {
  const all = { ...rent, ...terms };
  return { terms: { ...all, id: 'one', leadDays }, billedBefore: all.startsOn };
}

describe('when a lease is to be charged', () => {
  const term = { endedBefore: null, atWillSince: null, endsBefore: '2028-01-01' };

  it('R26: its charges end with its term, with its certain end, or not while it is at will', () => {
    expect(chargesEndBefore(term)).toBe('2028-01-01');
    expect(chargesEndBefore({ ...term, atWillSince: '2028-01-01' })).toBeNull();
    expect(
      chargesEndBefore({ ...term, atWillSince: '2028-01-01', endedBefore: '2028-03-15' }),
    ).toBe('2028-03-15');
    expect(chargesEndBefore({ ...term, endedBefore: '2027-06-01' })).toBe('2027-06-01');
  });

  it('is looked at next on the earliest day of any of its charges', () => {
    const parking = template({ kind: 'PARKING', startsOn: '2027-01-10', dueDay: 10 }, 14);
    expect(nextChargeOn([template({}), parking], null)).toBe('2026-12-27');
    expect(nextChargeOn([template({ startsOn: '2027-02-01' })], '2027-02-01')).toBeNull();
    expect(nextChargeOn([{ ...template({}), billedBefore: null }], null)).toBeNull();
  });

  it('has its lines as many days ahead as each charge says', () => {
    const dueOn = [...linesDue(template({}, 5), null, '2027-01-27')].map((charge) => charge.dueOn);
    expect(dueOn).toEqual(['2027-01-01', '2027-02-01']);
  });
});

describe('the rent of a month', () => {
  it('is what the rents that run on the day come to, whatever their cycles', () => {
    const yearly = { ...rent, cycle: 'YEARLY', amountMinor: 1_200_00 } as const;
    const weekly = { ...rent, cycle: 'WEEKLY', amountMinor: 100_00 } as const;
    const parking = { ...rent, kind: 'PARKING' } as const;
    expect(rentOfMonth([rent, yearly, parking], '2027-05-05')).toBe(1_100_00);
    expect(rentOfMonth([weekly], '2027-05-05')).toBe(433_33);
    expect(rentOfMonth([{ ...rent, endsBefore: '2027-05-05' }, parking], '2027-05-05')).toBeNull();
  });

  it('changes on the day on which a change takes effect', () => {
    const changed = { ...rent, changes: [{ effectiveOn: '2027-05-05', amountMinor: 900_00 }] };
    expect(rentOfMonth([changed], '2027-05-04')).toBe(1_000_00);
    expect(rentOfMonth([changed], '2027-05-05')).toBe(900_00);
  });
});
