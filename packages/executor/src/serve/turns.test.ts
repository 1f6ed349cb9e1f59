import { setImmediate as round } from 'node:timers/promises';
import { Turns } from './turns.js';

test('one begins in each round, in the order in which they came, and equal ones with it', async () => {
  const turns = new Turns();
  const begun: string[] = [];
  for (const key of ['a', 'b', 'a', 'c']) void turns.next(key).then(() => begun.push(key));
  expect(begun).toEqual([]);
  await round();
  expect(begun).toEqual(['a', 'a']);
  await round();
  expect(begun).toEqual(['a', 'a', 'b']);
  void turns.next('a').then(() => begun.push('a'));
  await round();
  expect(begun).toEqual(['a', 'a', 'b', 'c']);
  await round();
  expect(begun).toEqual(['a', 'a', 'b', 'c', 'a']);
});
