const DAY_MS = 24 * 60 * 60 * 1000;

/** The instant at which a calendar day such as 2026-03-29 begins in a time zone; undefined where it is no day. */
export function dayStart(day: string, timeZone: string): string | undefined {
  const midnight = midnightOf(day);
  if (midnight === undefined) return undefined;
  const first = midnight - offsetAt(midnight, timeZone);
  // The offset at that instant may be another one than at midnight UTC.
  const second = midnight - offsetAt(first, timeZone);
  // Where clocks are put forward at midnight, the day begins with the later of the two.
  const begins =
    offsetAt(second, timeZone) === midnight - second ? second : Math.max(first, second);
  return new Date(begins).toISOString();
}

/** The instant at which the day after it begins: the end of an inclusive span. */
export function dayEnd(day: string, timeZone: string): string | undefined {
  const midnight = midnightOf(day);
  if (midnight === undefined) return undefined;
  return dayStart(new Date(midnight + DAY_MS).toISOString().slice(0, 10), timeZone);
}

function midnightOf(day: string): number | undefined {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  return Number.isNaN(midnight) ? undefined : midnight;
}

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(instant / 1000) * 1000;
}
