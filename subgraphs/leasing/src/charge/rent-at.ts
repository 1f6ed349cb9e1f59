import type { ChargeTerms, Days } from './charge-terms.js';

type Priced = Pick<ChargeTerms, 'amountMinor' | 'changes'>;

/** What a whole period costs on a day: the newest change that is in effect, or the first amount. Minor units. */
export function amountAt({ amountMinor, changes }: Priced, day: string): number {
  let found: { effectiveOn: string; amountMinor: number } | undefined;
  for (const change of changes) {
    if (change.effectiveOn > day) continue;
    if (!found || change.effectiveOn > found.effectiveOn) found = change;
  }
  return found?.amountMinor ?? amountMinor;
}

/** The days in pieces of one amount each, in the order of the days. */
export function amountsIn(priced: Priced, days: Days): (Days & { amountMinor: number })[] {
  const starts = priced.changes
    .map(({ effectiveOn }) => effectiveOn)
    .filter((day) => day > days.startsOn && day < days.endsBefore);
  const edges = [...new Set([days.startsOn, ...starts])].toSorted();
  return edges.map((startsOn, index) => ({
    startsOn,
    endsBefore: edges[index + 1] ?? days.endsBefore,
    amountMinor: amountAt(priced, startsOn),
  }));
}
