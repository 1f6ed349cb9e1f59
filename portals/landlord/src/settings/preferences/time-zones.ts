export interface TimeZone {
  value: string;
  /** The name, and how far it is from UTC today. */
  label: string;
}

/** Every time zone that this browser knows, and `others` that it may call by another name. */
export function timeZones(others: readonly string[], now: Date = new Date()): TimeZone[] {
  const names = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), ...others]);
  return [...names].toSorted().map((value) => ({
    value,
    label: [value.replaceAll('_', ' '), offsetOf(value, now)].filter(Boolean).join(' · '),
  }));
}

/** The time zone that the device is set to. */
export function deviceTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function offsetOf(timeZone: string, now: Date): string | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en', {
      timeZone,
      timeZoneName: 'shortOffset',
    }).formatToParts(now);
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', 'UTC');
    return name === timeZone ? undefined : name;
  } catch {
    return undefined;
  }
}
