import { Pauses } from './pauses.js';

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
