import { addDays, daysBetween } from '@/shared/days/days';

export interface Span {
  startsOn: string;
  endsOn: string | null;
}

/** Where a span lies in a window of days, in percent of its width; undefined outside of it. */
export function placeOf(
  { startsOn, endsOn }: Span,
  window: { from: string; to: string },
): { left: number; width: number } | undefined {
  const days = daysBetween(window.from, window.to) + 1;
  const first = startsOn < window.from ? window.from : startsOn;
  const last = endsOn === null || endsOn > window.to ? window.to : endsOn;
  if (first > last) return undefined;
  return {
    left: (daysBetween(window.from, first) / days) * 100,
    width: ((daysBetween(first, last) + 1) / days) * 100,
  };
}

/** The first days of the months of a window. */
export function monthsOf(window: { from: string; to: string }): Span[] {
  const months: Span[] = [];
  for (let day = window.from; day <= window.to;) {
    const [year = 0, month = 1] = day.split('-').map(Number);
    const endsOn = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    months.push({ startsOn: day, endsOn });
    day = addDays(endsOn, 1);
  }
  return months;
}
