import type { ChargeTerms } from '../../src/charge/charge-terms.js';

/**
 * Charges once more, day by day and with nothing of the product's arithmetic: slow, and plain enough to be
 * believed. Proration, periods and schedules are compared with it.
 */
export interface SlowCharge {
  startsOn: string;
  endsBefore: string;
  amountMinor: number;
}

export function next(day: string, step: 1 | -1 = 1): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + step);
  return date.toISOString().slice(0, 10);
}

const dayOf = (day: string) => Number(day.split('-')[2]);

function isAnchor(day: string, dueDay: number): boolean {
  const isLastOfMonth = dayOf(next(day)) === 1;
  return dayOf(day) === dueDay || (isLastOfMonth && dayOf(day) < dueDay);
}

/** The first day of every period from the one that holds `startsOn`, and so many days of it. */
function* periodStarts({ cycle, dueDay, startsOn }: ChargeTerms): Generator<string> {
  if (cycle === 'DAILY' || cycle === 'WEEKLY') {
    for (let day = startsOn, count = 0; ; day = next(day), count++)
      if (cycle === 'DAILY' || count % 7 === 0) yield day;
  }
  const every = { MONTHLY: 1, QUARTERLY: 3, HALF_YEARLY: 6, YEARLY: 12, ONCE: 1 }[cycle];
  let day = startsOn;
  while (!isAnchor(day, dueDay)) day = next(day, -1);
  for (let anchors = 0; ; day = next(day)) {
    if (!isAnchor(day, dueDay)) continue;
    if (anchors % every === 0) yield day;
    anchors += 1;
  }
}

/** What is due on `until` or earlier. */
export function slowCharges(terms: ChargeTerms, until: string): SlowCharge[] {
  const end = terms.endsBefore ?? '9999-12-31';
  if (terms.cycle === 'ONCE') {
    const { startsOn, amountMinor } = terms;
    if (startsOn > until || startsOn >= end) return [];
    const amount = priceOn(terms, startsOn) ?? amountMinor;
    return [{ startsOn, endsBefore: next(startsOn), amountMinor: amount }];
  }
  const charges: SlowCharge[] = [];
  const starts = periodStarts(terms);
  let period = starts.next().value as string;
  for (;;) {
    const after = starts.next().value as string;
    const startsOn = period > terms.startsOn ? period : terms.startsOn;
    const endsBefore = after < end ? after : end;
    if (startsOn > until || startsOn >= end) return charges;
    charges.push({
      startsOn,
      endsBefore,
      amountMinor: slowCost(terms, period, after, startsOn, endsBefore),
    });
    period = after;
  }
}

function days(startsOn: string, endsBefore: string): string[] {
  const all: string[] = [];
  for (let day = startsOn; day < endsBefore; day = next(day)) all.push(day);
  return all;
}

function priceOn(terms: ChargeTerms, day: string): number {
  return terms.changes
    .filter(({ effectiveOn }) => effectiveOn <= day)
    .reduce((found, change) => (change.effectiveOn >= found.effectiveOn ? change : found), {
      effectiveOn: '0000-01-01',
      amountMinor: terms.amountMinor,
    }).amountMinor;
}

/** Runs of days with one price. */
function runs(terms: ChargeTerms, of: string[]): string[][] {
  const found: string[][] = [];
  const changesOn = new Set(terms.changes.map(({ effectiveOn }) => effectiveOn));
  for (const day of of) {
    const last = found.at(-1);
    if (!last || changesOn.has(day)) found.push([day]);
    else last.push(day);
  }
  return found;
}

function counted(terms: ChargeTerms, of: string[]): number {
  if (terms.cycle !== 'MONTHLY' || terms.proration !== 'THIRTY_DAY_MONTH') return of.length;
  const months = new Set(of.map((day) => day.slice(0, 7)));
  let count = 0;
  for (const month of months) {
    const inMonth = of.filter((day) => day.startsWith(month) && dayOf(day) !== 31).length;
    count += Math.max(1, inMonth);
  }
  return count;
}

function slowCost(
  terms: ChargeTerms,
  period: string,
  after: string,
  startsOn: string,
  endsBefore: string,
): number {
  const whole = days(period, after).length;
  const part = days(startsOn, endsBefore);
  if (terms.proration === 'NONE' && part.length > 0) return priceOn(terms, startsOn);
  let [share, of] = [counted(terms, part), whole];
  if (part.length === whole) [share, of] = [1, 1];
  else if (terms.cycle === 'MONTHLY' && terms.proration === 'ANNUAL')
    [share, of] = [share * 12, 365];
  else if (terms.cycle === 'MONTHLY' && terms.proration !== 'ACTUAL') of = 30;
  const pieces = runs(terms, part).map((run) => ({
    price: priceOn(terms, run[0] ?? startsOn),
    weight: counted(terms, run),
  }));
  const weighted = pieces.reduce(
    (sum, { price, weight }) => sum + BigInt(price) * BigInt(weight),
    0n,
  );
  const weights = pieces.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
  const numerator = weighted * BigInt(Math.min(share, of));
  const denominator = weights * BigInt(of);
  const cents = numerator / denominator;
  return Number((numerator % denominator) * 2n >= denominator ? cents + 1n : cents);
}
