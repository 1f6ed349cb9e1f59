import { jest } from '@jest/globals';
import { Refresher } from './refresher';

let refresher: Refresher;
let runs: number;

beforeEach(() => {
  jest.useFakeTimers();
  runs = 0;
  refresher = new Refresher();
  refresher.start(async () => void (runs += 1));
});
afterEach(() => jest.useRealTimers());

const after = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

it('runs once for many wishes, when they pause', async () => {
  for (let wish = 0; wish < 5; wish++) {
    refresher.ask();
    await after(500);
  }
  expect(runs).toBe(0);
  await after(500);
  expect(runs).toBe(1);
  await after(60_000);
  expect(runs).toBe(1);
});

it('runs every few seconds while wishes do not pause', async () => {
  for (let wish = 0; wish < 120; wish++) {
    refresher.ask();
    await after(100);
  }
  expect(runs).toBe(2);
});

it('tries again after growing pauses when it fails, until it does not', async () => {
  const at: number[] = [];
  refresher.start(async () => {
    at.push(Date.now());
    if (at.length < 4) throw new Error('down');
  });
  refresher.ask();
  await after(120_000);
  expect(at.slice(1).map((time, index) => time - (at[index] ?? 0))).toEqual([2_000, 4_000, 8_000]);
});

it('runs once more for what was wished while it ran, and never twice at a time', async () => {
  let running = 0;
  let most = 0;
  refresher.start(async () => {
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    running -= 1;
    runs += 1;
  });
  refresher.ask();
  await after(2_000);
  refresher.ask();
  await after(60_000);
  expect({ runs, most }).toEqual({ runs: 2, most: 1 });
});

it('runs nothing once its page is gone', async () => {
  refresher.ask();
  refresher.stop();
  await after(60_000);
  expect(runs).toBe(0);
});
