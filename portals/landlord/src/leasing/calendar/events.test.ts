import type { CalendarLeaseFragment } from '../gql/graphql';
import { eventsByDay, weeksOf } from './events';

const lease = (facts: Partial<CalendarLeaseFragment>): CalendarLeaseFragment => ({
  __typename: 'Lease',
  id: 'lease_1',
  number: 'L-1',
  state: 'ACTIVE',
  startsOn: '2027-02-01',
  endsOn: '2027-02-28',
  endedOn: null,
  movedInOn: null,
  movedOutOn: null,
  unit: null,
  parties: [],
  ...facts,
});

it('a lease stands on the day it begins and on the one it ends, which may be earlier than agreed', () => {
  const one = lease({ endedOn: '2027-02-10' });
  const days = eventsByDay([one], [one, lease({ endsOn: null })]);
  expect([...days].map(([day, events]) => [day, events.map(({ kind }) => kind)])).toEqual([
    ['2027-02-10', ['ends']],
    ['2027-02-01', ['starts']],
  ]);
});

it('weeks are whole and begin on Mondays', () => {
  const weeks = weeksOf({ from: '2027-05-01', to: '2027-05-31' });
  expect(weeks.map(([monday]) => monday)).toEqual([
    '2027-04-26',
    '2027-05-03',
    '2027-05-10',
    '2027-05-17',
    '2027-05-24',
    '2027-05-31',
  ]);
  expect(weeks.at(-1)?.at(-1)).toBe('2027-06-06');
});
