import { parse } from 'graphql';
import { afterReading, Pauses } from './pauses.js';

test('others go on after long work, and only then', async () => {
  let [now, others] = [0, 0];
  const pauses = new Pauses(() => now);
  const wait = () => setImmediate(() => (others += 1));
  wait();
  now += 9;
  await pauses.afterLongWork();
  expect(others).toBe(0);
  now += 1;
  await pauses.afterLongWork();
  expect(others).toBe(1);
  wait();
  await pauses.afterLongWork();
  expect(others).toBe(1);
});

test('others go on after a long document was read, and only after a long one', async () => {
  let others = 0;
  setImmediate(() => (others += 1));
  await afterReading(parse('{ short }'));
  expect(others).toBe(0);
  await afterReading(parse(`{ ${'long '.repeat(2_000)} }`));
  expect(others).toBe(1);
});
