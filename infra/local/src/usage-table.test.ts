import type { Usage } from '@propertea/schema/documents';
import { describeUsage, ofOperation } from './usage-table.js';

const of = (name: string, client: string, count: number, lastDay: string) => ({
  graph: 'portal' as const,
  id: `${name.toLowerCase()}0123456789`,
  name,
  client,
  count,
  lastDay,
  coordinates: ['Query.homes'],
});

const usage: Usage = {
  days: 30,
  countedDays: ['2026-11-20', '2026-11-21'],
  uncounted: 0,
  operations: [
    of('Homes', 'portal office', 9, '2026-11-20'),
    of('Rooms', 'portal office', 8, '2026-11-20'),
    of('Rooms', 'API client apicl_1', 7, '2026-11-21'),
  ],
};

test('an operation is told with all who call it, how often and when last, the most called first', () => {
  expect(describeUsage(usage, 'callers').slice(2)).toEqual([
    '      15  portal  rooms012  Rooms',
    '       8    last 2026-11-20  by portal office',
    '       7    last 2026-11-21  by API client apicl_1',
    '       9  portal  homes012  Homes',
    '       9    last 2026-11-20  by portal office',
  ]);
});

test('one operation is found by its name and by the beginning of its hash', () => {
  const names = (wanted: string) =>
    ofOperation(usage, wanted).operations.map(({ name, client }) => `${name} ${client}`);
  expect(names('Homes')).toEqual(['Homes portal office']);
  expect(names('rooms01')).toEqual(['Rooms portal office', 'Rooms API client apicl_1']);
  expect(names('Home')).toEqual([]);
});

test('fields are told with who uses them', () => {
  expect(describeUsage(usage, 'fields').slice(2)).toEqual([
    '      24  Query.homes  by portal office, API client apicl_1',
  ]);
});
