import { roundedQuotient, safeMinor } from '@propertea/kernel';
import type { ChargeTerms } from './charge-terms.js';
import { amountAt } from './rent-at.js';

/** How many periods of each cycle a year has. */
const PERIODS_OF_YEAR = {
  DAILY: 365n,
  WEEKLY: 52n,
  MONTHLY: 12n,
  QUARTERLY: 4n,
  HALF_YEARLY: 2n,
  YEARLY: 1n,
} as const;

/**
 * What a lease's rent is a month on a day, in minor units, the charges of kind RENT that run then added up: a
 * twelfth of a year of 365 days or 52 weeks. Null where none runs.
 */
export function rentOfMonth(templates: readonly ChargeTerms[], day: string): number | null {
  let ofYear = 0n;
  let runs = false;
  for (const terms of templates) {
    const { kind, cycle, startsOn, endsBefore } = terms;
    if (kind !== 'RENT' || cycle === 'ONCE') continue;
    if (startsOn > day || (endsBefore !== null && endsBefore <= day)) continue;
    runs = true;
    ofYear += BigInt(amountAt(terms, day)) * PERIODS_OF_YEAR[cycle];
  }
  return runs ? safeMinor(roundedQuotient(ofYear, 12n)) : null;
}
