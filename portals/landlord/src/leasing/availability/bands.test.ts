import { monthsOf, placeOf } from './bands';

const window = { from: '2027-01-01', to: '2027-01-10' };

it.each([
  [
    { startsOn: '2027-01-01', endsOn: '2027-01-10' },
    { left: 0, width: 100 },
  ],
  [
    { startsOn: '2026-05-01', endsOn: null },
    { left: 0, width: 100 },
  ],
  [
    { startsOn: '2027-01-06', endsOn: '2027-01-06' },
    { left: 50, width: 10 },
  ],
  [
    { startsOn: '2027-01-09', endsOn: '2028-01-01' },
    { left: 80, width: 20 },
  ],
  [{ startsOn: '2026-12-01', endsOn: '2026-12-31' }, undefined],
  [{ startsOn: '2027-01-11', endsOn: null }, undefined],
])('%j lies at %j', (span, place) => {
  expect(placeOf(span, window)).toEqual(place);
});

it('a window is divided into its months', () => {
  expect(monthsOf({ from: '2027-12-01', to: '2028-02-29' })).toEqual([
    { startsOn: '2027-12-01', endsOn: '2027-12-31' },
    { startsOn: '2028-01-01', endsOn: '2028-01-31' },
    { startsOn: '2028-02-01', endsOn: '2028-02-29' },
  ]);
});
