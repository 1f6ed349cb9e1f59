import { UnitAvailabilityState } from '../terms.js';

/** A time in which something holds a unit, or nothing does; half-open, null is open. */
export interface Span {
  state: UnitAvailabilityState;
  startsOn: string;
  endsBefore: string | null;
  leaseId: string | null;
  blockId: string | null;
}

/**
 * What holds a unit between two days, without a gap: what holds it cut to these days, and vacant time between. From
 * the day on which it was retired it is that.
 *
 * @param held by day, never overlapping (R25)
 */
export function calendarOf(
  from: string,
  before: string,
  held: readonly Span[],
  retiredOn: string | null,
): Span[] {
  const isGone = retiredOn !== null && retiredOn < before;
  const end = isGone ? later(retiredOn, from) : before;
  const spans: Span[] = [];
  let day = from;
  const vacantUntil = (next: string) => {
    if (day < next) spans.push(span(UnitAvailabilityState.VACANT, day, next));
  };
  for (const one of held) {
    if (one.startsOn >= end || (one.endsBefore !== null && one.endsBefore <= day)) continue;
    const startsOn = later(one.startsOn, day);
    vacantUntil(startsOn);
    day = one.endsBefore === null || one.endsBefore > end ? end : one.endsBefore;
    spans.push({ ...one, startsOn, endsBefore: day });
  }
  vacantUntil(end);
  if (isGone) spans.push(span(UnitAvailabilityState.RETIRED, end, before));
  return spans;
}

const later = (a: string, b: string): string => (a > b ? a : b);

const span = (state: UnitAvailabilityState, startsOn: string, endsBefore: string): Span => ({
  state,
  startsOn,
  endsBefore,
  leaseId: null,
  blockId: null,
});
