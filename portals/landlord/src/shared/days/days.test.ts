import { addDays, addMonths, daysBetween, firstOfMonth, weekday } from './days';

it.each([
  ['2027-01-31', 1, '2027-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2027-03-31', -1, '2027-02-28'],
  ['2027-12-15', 1, '2028-01-15'],
  ['2027-01-15', -13, '2025-12-15'],
])('%s and %i months are %s', (day, months, wanted) => {
  expect(addMonths(day, months)).toBe(wanted);
});

it('days go over the ends of months, years and changes of clocks', () => {
  expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
  expect(addDays('2027-03-28', 1)).toBe('2027-03-29');
  expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
  expect(daysBetween('2028-03-01', '2028-02-28')).toBe(-2);
});

it('knows the first of a month and the days of a week', () => {
  expect(firstOfMonth('2027-02-28')).toBe('2027-02-01');
  expect(['2027-02-01', '2027-02-07'].map(weekday)).toEqual([0, 6]);
});
