export interface TimeZone {
  value: string;
  /** The name, and how far it is from UTC today. */
  label: string;
}

/** What browsers still call by a name that the time zone database has given up. */
const RENAMED: Record<string, string> = {
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** The name that a time zone has today. */
export function currentName(timeZone: string): string {
  return RENAMED[timeZone] ?? timeZone;
}

/** Every time zone that this browser knows, and `others` that it may not; UTC comes first. */
export function timeZones(others: readonly string[], now: Date = new Date()): TimeZone[] {
  const known = [...Intl.supportedValuesOf('timeZone'), ...others].map(currentName);
  const names = new Set(['UTC', ...known.toSorted()]);
  return [...names].map((value) => ({
    value,
    label: [value.replaceAll('_', ' '), offsetOf(value, now)].filter(Boolean).join(' · '),
  }));
}

/** The time zone that the device is set to. */
export function deviceTimeZone(): string {
  return currentName(Intl.DateTimeFormat().resolvedOptions().timeZone);
}

function offsetOf(timeZone: string, now: Date): string | undefined {
  if (timeZone === 'UTC') return undefined;
  try {
    const parts = new Intl.DateTimeFormat('en', {
      timeZone,
      timeZoneName: 'shortOffset',
    }).formatToParts(now);
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value;
    return name?.replace('GMT', 'UTC');
  } catch {
    // A browser that does not know a zone shows it by its name alone.
    return undefined;
  }
}
