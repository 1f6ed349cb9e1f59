import { currentName, deviceTimeZone, timeZones } from './time-zones';

const winter = new Date('2026-01-15T12:00:00Z');
const summer = new Date('2026-07-15T12:00:00Z');
const labelOf = (value: string, now: Date) =>
  timeZones([], now).find((zone) => zone.value === value)?.label;

it('every zone stands there once, UTC first, with its distance of that day', () => {
  const zones = timeZones(['Europe/Berlin', 'UTC'], winter);
  expect(zones[0]).toEqual({ value: 'UTC', label: 'UTC' });
  expect(new Set(zones.map(({ value }) => value)).size).toBe(zones.length);
  expect(zones.length).toBeGreaterThan(300);
  expect(labelOf('Europe/Berlin', winter)).toBe('Europe/Berlin · UTC+1');
  expect(labelOf('Europe/Berlin', summer)).toBe('Europe/Berlin · UTC+2');
  expect(labelOf('America/New_York', winter)).toBe('America/New York · UTC-5');
});

it('places have the names that they have today, whatever the browser calls them', () => {
  expect(currentName('Europe/Kiev')).toBe('Europe/Kyiv');
  const names = timeZones(['Europe/Kiev'], winter).map(({ value }) => value);
  expect(names).toContain('Europe/Kyiv');
  expect(names).not.toContain('Europe/Kiev');
  expect(labelOf('Europe/Kyiv', winter)).toBe('Europe/Kyiv · UTC+2');
});

it('a zone that the browser does not know stays, by its name', () => {
  expect(timeZones(['Mars/Olympus_Mons'], winter)).toContainEqual({
    value: 'Mars/Olympus_Mons',
    label: 'Mars/Olympus Mons',
  });
});

it('the device has a time zone', () => {
  expect(deviceTimeZone()).not.toBe('');
});
