import { addDays } from '@propertea/kernel';
import fc from 'fast-check';
import { NoticeGiver } from '../terms.js';
import { earliestEnd } from './earliest-end.js';
import { noticeRuleOf, type NoticeRule } from './pack.js';

const ofGermany = (givenBy: NoticeGiver): NoticeRule => {
  const found = noticeRuleOf('DE', givenBy, '2027-01-01');
  if (!found) throw new Error('no rule');
  return found;
};

test.each([
  // 1 January 2027 is a Friday: the third working day is Monday the 4th.
  ['TENANT', '2027-01-04', '2020-01-01', '2027-03-31'],
  ['TENANT', '2027-01-05', '2020-01-01', '2027-04-30'],
  ['TENANT', '2026-12-31', '2010-01-01', '2027-03-31'],
  ['LANDLORD', '2027-01-04', '2023-01-01', '2027-03-31'],
  ['LANDLORD', '2027-01-04', '2022-01-04', '2027-06-30'],
  ['LANDLORD', '2027-01-04', '2022-01-05', '2027-03-31'],
  ['LANDLORD', '2027-01-04', '2019-01-04', '2027-09-30'],
  ['TENANT', '2027-11-30', '2027-01-01', '2028-02-29'],
] as const)(
  'R30, DE: notice by the %s of %s in a tenancy since %s ends it on %s',
  (by, on, since, end) => {
    expect(earliestEnd(ofGermany(NoticeGiver[by]), on, since)).toBe(end);
  },
);

test('R30: where a reason alone decides no date follows, and without a pack there is no rule', () => {
  const rule = noticeRuleOf('GB-ENG', NoticeGiver.LANDLORD, '2026-05-01');
  expect(rule && earliestEnd(rule, '2026-06-01', '2020-01-01')).toBeNull();
  expect(noticeRuleOf('GB-ENG', NoticeGiver.LANDLORD, '2026-04-30')).toBeNull();
  expect(noticeRuleOf('US-IL', NoticeGiver.TENANT, '2027-01-01')).toBeNull();
  expect(noticeRuleOf(null, NoticeGiver.TENANT, '2027-01-01')).toBeNull();
});

test('R30: later notice never ends a lease earlier, and the end is the last day of a month', () => {
  const day = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2020-01-01', days));
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(NoticeGiver)),
      day,
      day,
      fc.nat(60),
      (by, since, on, wait) => {
        const end = earliestEnd(ofGermany(by), on, since) ?? '';
        const later = earliestEnd(ofGermany(by), addDays(on, wait), since) ?? '';
        expect(later >= end).toBe(true);
        expect(end > on).toBe(true);
        expect(addDays(end, 1).slice(8)).toBe('01');
      },
    ),
  );
});
