import type { Charge, ChargeTerms } from './charge-terms.js';
import { chargeFor } from './charge-for.js';
import { periodAt } from './periods.js';

/** A charge and the first day that none of its lines covers yet; null: all of them are there. */
export interface Billed<Terms extends ChargeTerms = ChargeTerms> {
  terms: Terms;
  billedBefore: string | null;
}

/**
 * The charges of one template that are due on `until` or earlier, in the order of their days, from the first day
 * on that no line covers. It ends with the template or on `endsBefore`, whichever is earlier; null is open.
 */
export function* chargesOf(
  { terms, billedBefore }: Billed,
  endsBefore: string | null,
  until: string,
): Generator<Charge> {
  if (billedBefore === null) return;
  const end = earlier(terms.endsBefore, endsBefore);
  const runsOn = (on: string) => on <= until && (end === null || on < end);
  let day = billedBefore > terms.startsOn ? billedBefore : terms.startsOn;
  while (runsOn(day)) {
    const period = periodAt(terms, day);
    const days = {
      startsOn: day,
      endsBefore: earlier(period.endsBefore, end) ?? period.endsBefore,
    };
    yield chargeFor(terms, days);
    if (terms.cycle === 'ONCE') return;
    day = days.endsBefore;
  }
}

/** All charges of a lease that are due on `until` or earlier, by due day and then in the order of its templates. */
export function* scheduleOf<Terms extends ChargeTerms>(
  templates: readonly Billed<Terms>[],
  endsBefore: string | null,
  until: string,
): Generator<{ terms: Terms; charge: Charge }> {
  const sources = templates.map((template) => {
    const charges = chargesOf(template, endsBefore, until);
    return { terms: template.terms, charges, next: charges.next() };
  });
  for (;;) {
    let first: (typeof sources)[number] | undefined;
    for (const source of sources) {
      if (source.next.done === true) continue;
      if (!first || first.next.done === true || source.next.value.dueOn < first.next.value.dueOn)
        first = source;
    }
    if (!first || first.next.done === true) return;
    yield { terms: first.terms, charge: first.next.value };
    first.next = first.charges.next();
  }
}

/** The earlier of two ends, where null is none. */
export function earlier(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  return b === null || a < b ? a : b;
}
