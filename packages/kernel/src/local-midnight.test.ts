import { localDateAt } from './local-date.js';
import { nextLocalMidnight } from './local-midnight.js';

it.each([
  ['in the middle of a day', '2026-07-08T15:04:05.678Z', 'America/Chicago', '2026-07-09T05:00:00Z'],
  ['at midnight: the next one', '2026-07-09T05:00:00Z', 'America/Chicago', '2026-07-10T05:00:00Z'],
  ['just before midnight', '2026-07-09T04:59:59.999Z', 'America/Chicago', '2026-07-09T05:00:00Z'],
  ['a day of 23 hours', '2026-03-29T00:00:00Z', 'Europe/Berlin', '2026-03-29T22:00:00Z'],
  ['a day of 25 hours', '2026-10-24T22:00:00Z', 'Europe/Berlin', '2026-10-25T23:00:00Z'],
  ['a day without a midnight', '2026-04-23T12:00:00Z', 'Africa/Cairo', '2026-04-23T22:00:00Z'],
  [
    'a midnight that is put back to 23:00',
    '2026-10-29T20:30:00Z',
    'Africa/Cairo',
    '2026-10-29T22:00:00Z',
  ],
  [
    'a day that the calendar leaves out',
    '2011-12-29T12:00:00Z',
    'Pacific/Apia',
    '2011-12-30T10:00:00Z',
  ],
])('the next local midnight, %s', (_what, after, zone, expected) => {
  expect(nextLocalMidnight(new Date(after), zone)).toEqual(new Date(expected));
});

it('in every time zone a midnight ends one day and begins the next, all through a year', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    let midnight = new Date('2026-01-01T03:00:00Z');
    for (let count = 0; count < 12; count++) {
      const after = new Date(midnight.getTime() + count * 2.6 * 86_400_000);
      midnight = nextLocalMidnight(after, zone);
      const [dayBefore, day] = [
        localDateAt(new Date(midnight.getTime() - 1), zone),
        localDateAt(midnight, zone),
      ];
      expect([zone, dayBefore, day > dayBefore]).toEqual([zone, localDateAt(after, zone), true]);
    }
  }
});
