import { addDays, weekday } from '@/shared/days/days';
import type { CalendarLeaseFragment } from '../gql/graphql';

export interface CalendarEvent {
  kind: 'starts' | 'ends';
  on: string;
  lease: CalendarLeaseFragment;
}

/** What happens on each day, by day. */
export function eventsByDay(
  starting: readonly CalendarLeaseFragment[],
  ending: readonly CalendarLeaseFragment[],
): Map<string, CalendarEvent[]> {
  const days = new Map<string, CalendarEvent[]>();
  const add = (event: CalendarEvent) =>
    void days.set(event.on, [...(days.get(event.on) ?? []), event]);
  for (const lease of ending) {
    const on = lease.endedOn ?? lease.endsOn;
    if (on) add({ kind: 'ends', on, lease });
  }
  for (const lease of starting) add({ kind: 'starts', on: lease.startsOn, lease });
  return days;
}

/** The weeks that a month touches, each from Monday to Sunday. */
export function weeksOf({ from, to }: { from: string; to: string }): string[][] {
  const weeks: string[][] = [];
  for (let monday = addDays(from, -weekday(from)); monday <= to; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(monday, index)));
  }
  return weeks;
}
