import { memoryWindows } from '@propertea/gateway/parts';
import type { SlidingWindows } from '@propertea/gateway/parts';
import { interleave, measurement, percentile } from '../harness.js';
import type { DoorsPart } from './stage.js';

const GOAL_PER_SECOND = 5_000;
const CALLERS = 1_000;
/** Requests that wait for their decision at once. */
const AT_ONCE = 64;
const WINDOW = { units: 50_000, seconds: 60 };

/** Decisions of the rate limiter: many callers, each decision one round trip. */
export const limiterPart: DoorsPart = {
  name: 'limiter',
  async run({ stores, quick, log }) {
    const seconds = quick ? 0.5 : 3;
    const late: Record<string, number[]> = {};
    const decide = (name: string, windows: SlidingWindows) => async () => {
      const { perSecond, p95 } = await decisions(windows, seconds);
      (late[name] ??= []).push(p95);
      return perSecond;
    };
    const contenders = {
      ours: decide('ours', stores.Redis.windows),
      'in Postgres': decide('in Postgres', stores.Postgres.windows),
      'in process': decide('in process', memoryWindows()),
    };
    await interleave(1, contenders);
    for (const values of Object.values(late)) values.length = 0;
    const rate = await interleave(quick ? 1 : 5, contenders);
    const about = 'rate limiter in Redis';
    const measured = measurement(
      { case: about, metric: 'decisions per second', unit: '1/s' },
      rate,
    );
    const verdict = measured.ours >= GOAL_PER_SECOND ? 'met' : 'missed';
    log(`goal of the rate limiter in Redis: ${GOAL_PER_SECOND}/s ${verdict}`);
    const waited = { case: about, metric: `p95 of a decision, ${AT_ONCE} at once`, unit: 'ms' };
    return [measured, measurement(waited, late)];
  },
};

async function decisions(windows: SlidingWindows, seconds: number) {
  const until = performance.now() + seconds * 1_000;
  const begun = performance.now();
  const taken: number[] = [];
  let turn = 0;
  const worker = async () => {
    while (performance.now() < until) {
      const before = performance.now();
      await windows.spend(`bench:${turn++ % CALLERS}`, 1, WINDOW);
      taken.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const perSecond = (taken.length / (performance.now() - begun)) * 1_000;
  return { perSecond, p95: percentile(taken, 0.95) };
}
