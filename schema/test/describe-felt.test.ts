import { describeFelt } from '../compose/check/describe-felt.js';

const felt = (count: number) => ({
  documents: Array.from({ length: count }, (_, index) => `Page${index} of landlord`),
  operations: [],
  doubt: undefined,
});

test('ten who feel a change are named, and how many more there are', () => {
  expect(describeFelt(felt(10), undefined)).toHaveLength(10);
  expect(describeFelt(felt(15), undefined).slice(9)).toEqual([
    'the document Page9 of landlord',
    '5 more',
  ]);
});
