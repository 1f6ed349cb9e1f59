import { roundedQuotient, safeMinor } from '@propertea/kernel';
import type { Charge, ChargeTerms, Days } from './charge-terms.js';
import { periodAt } from './periods.js';
import { countedDays, partOf } from './proration.js';
import { amountsIn } from './rent-at.js';

/**
 * What a charge costs for `days`, which lie in one of its periods. Where an earlier part of the same period
 * was charged already – a fixed term ended in it and went on at will – this is what the period costs
 * up to here less what it cost up to there: the parts sum to the whole.
 */
export function chargeFor(terms: ChargeTerms, days: Days): Charge {
  const period = periodAt(terms, days.startsOn);
  const begins = period.startsOn > terms.startsOn ? period.startsOn : terms.startsOn;
  const all = { startsOn: begins, endsBefore: days.endsBefore };
  const { isWhole, explanation } = partOf(terms, period, all);
  const isRest = begins < days.startsOn;
  const before = isRest ? costOf(terms, period, { ...all, endsBefore: days.startsOn }) : 0n;
  const cost = costOf(terms, period, all) - before;
  return {
    period: days,
    dueOn: days.startsOn,
    amountMinor: safeMinor(cost > 0n ? cost : 0n),
    isProrated: isRest || !(isWhole || terms.proration === 'NONE'),
    explanation: [
      ...(isRest ? ['rest of a period'] : []),
      explanation,
      ...changesInWords(terms, all),
    ].join('; '),
  };
}

/**
 * Minor units, rounded once (R5). Where the amount changes inside, each amount weighs the days on which it
 * holds, so that a change to the same amount changes nothing; NONE takes the first one.
 */
function costOf(terms: ChargeTerms, period: Days, part: Days): bigint {
  const { numerator, denominator } = partOf(terms, period, part);
  const pieces = amountsIn(terms, part);
  const counted = terms.proration === 'NONE' ? pieces.slice(0, 1) : pieces;
  let weighted = 0n;
  let weight = 0n;
  for (const piece of counted) {
    const days = BigInt(countedDays(terms, piece));
    weighted += BigInt(piece.amountMinor) * days;
    weight += days;
  }
  return roundedQuotient(weighted * numerator, denominator * weight);
}

function changesInWords(terms: ChargeTerms, part: Days): string[] {
  if (terms.proration === 'NONE') return [];
  return amountsIn(terms, part)
    .slice(1)
    .map(({ startsOn }) => `another amount from ${startsOn} on`);
}
