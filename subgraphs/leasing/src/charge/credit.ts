import { roundedQuotient, safeMinor } from '@propertea/kernel';
import type { ChargeTerms, Days } from './charge-terms.js';
import { periodAt } from './periods.js';
import { partOf } from './proration.js';

/** What has been charged for some days; minor units. */
export interface ChargedDays extends Days {
  amountMinor: number;
  creditedMinor: number;
}

/**
 * What is given back of a charged line when the lease ends before its last day (R29): the line less what its
 * used days cost by the same proration, and less what was given back already. Null: nothing. NONE keeps
 * a begun period whole, and so does what is charged once; a line with no used day is given back whole.
 */
export function unusedPartOf(
  terms: Pick<ChargeTerms, 'cycle' | 'dueDay' | 'proration' | 'startsOn'>,
  line: ChargedDays,
  endedBefore: string,
): (Days & { amountMinor: number }) | null {
  if (endedBefore >= line.endsBefore) return null;
  const startsOn = endedBefore > line.startsOn ? endedBefore : line.startsOn;
  const unused =
    BigInt(line.amountMinor) -
    usedOf(terms, line, { startsOn: line.startsOn, endsBefore: startsOn }) -
    BigInt(line.creditedMinor);
  if (unused <= 0n) return null;
  return { startsOn, endsBefore: line.endsBefore, amountMinor: safeMinor(unused) };
}

/** The line's amount by the shares of used and charged days: also where its price has changed since. */
function usedOf(terms: Parameters<typeof unusedPartOf>[0], line: ChargedDays, used: Days): bigint {
  if (used.startsOn === used.endsBefore) return 0n;
  const period = periodAt(terms, line.startsOn);
  const part = partOf(terms, period, used);
  const all = partOf(terms, period, line);
  const amount = BigInt(line.amountMinor);
  const cost = roundedQuotient(
    amount * part.numerator * all.denominator,
    part.denominator * all.numerator,
  );
  return cost < amount ? cost : amount;
}
