import { dayEnd, dayStart } from './day-start';

it.each([
  ['2026-11-20', 'UTC', '2026-11-20T00:00:00.000Z'],
  ['2026-07-01', 'Europe/Berlin', '2026-06-30T22:00:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ['2026-03-08', 'America/Chicago', '2026-03-08T06:00:00.000Z'],
  ['2026-11-02', 'America/Chicago', '2026-11-02T06:00:00.000Z'],
  ['2026-01-01', 'Asia/Kolkata', '2025-12-31T18:30:00.000Z'],
  ['2026-01-01', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
])('%s begins in %s at %s', (day, zone, instant) => {
  expect(dayStart(day, zone)).toBe(instant);
});

it('begins at one where the clocks are put forward at midnight', () => {
  expect(dayStart('2024-04-26', 'Africa/Cairo')).toBe('2024-04-25T22:00:00.000Z');
});

it('ends where the next one begins, after 23 hours when the clocks are put forward', () => {
  expect(dayEnd('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T22:00:00.000Z');
  expect(dayEnd('2026-12-31', 'UTC')).toBe('2027-01-01T00:00:00.000Z');
});

it('is nothing for what is no day', () => {
  expect(dayStart('yesterday', 'UTC')).toBeUndefined();
  expect(dayEnd('2026-13-01', 'UTC')).toBeUndefined();
});
