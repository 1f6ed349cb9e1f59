import { randomUUID } from 'node:crypto';
import type { SlidingWindows, Window } from '../src/key-value/sliding-windows.js';
import { until } from './until.js';

const MINUTE: Window = { units: 100, seconds: 60 };

/** What every store of windows must do. `views` are those of several processes, where they share a store. */
export function slidingWindowsContract(views: () => SlidingWindows[]): void {
  let here: SlidingWindows;
  let there: SlidingWindows;
  let key: string;

  beforeEach(() => {
    const [first, last = first] = views();
    if (!first || !last) throw new Error('There are no windows.');
    here = first;
    there = last;
    key = `units:${randomUUID()}`;
  });

  it('units are spent until too few are left, for each key by itself', async () => {
    expect(await here.spend(key, 60, MINUTE)).toMatchObject({ allowed: true, remaining: 40 });
    const refused = await there.spend(key, 41, MINUTE);
    expect(refused).toMatchObject({ allowed: false, remaining: 40 });
    expect(refused.retryAfterMs).toBeGreaterThan(50_000);
    expect(refused.resetMs).toBeLessThanOrEqual(66_000);
    expect(await there.spend(key, 40, MINUTE)).toMatchObject({ allowed: true, remaining: 0 });
    expect(await here.spend(`${key}:other`, 100, MINUTE)).toMatchObject({ allowed: true });
    expect(await here.spend(`${key}:much`, 101, MINUTE)).toMatchObject({ allowed: false });
  });

  it('however many ask at once, never more than the limit is spent', async () => {
    const asked = Array.from({ length: 60 }, (_, turn) =>
      (turn % 2 ? here : there).spend(key, 7, MINUTE),
    );
    const allowed = (await Promise.all(asked)).filter((spending) => spending.allowed);
    expect(allowed).toHaveLength(14);
    expect(await here.spend(key, 2, MINUTE)).toMatchObject({ allowed: true, remaining: 0 });
  });

  it('what was too much is given back, and what was too little is taken', async () => {
    const { slice } = await here.spend(key, 90, MINUTE);
    await there.correct(key, slice, -80, MINUTE);
    expect(await here.spend(key, 50, MINUTE)).toMatchObject({ allowed: true, remaining: 40 });
    await here.correct(key, slice, 1_000, MINUTE);
    expect(await here.spend(key, 1, MINUTE)).toMatchObject({ allowed: false, remaining: 0 });
    await here.correct(`${key}:nobody`, slice, 5, MINUTE);
    expect(await here.spend(`${key}:nobody`, 100, MINUTE)).toMatchObject({ allowed: true });
  });

  it('the window slides: units come back once they are older than it, not before', async () => {
    const window: Window = { units: 10, seconds: 0.5 };
    const began = performance.now();
    expect(await here.spend(key, 10, window)).toMatchObject({ allowed: true });
    const { retryAfterMs } = await here.spend(key, 10, window);
    expect(retryAfterMs).toBeLessThanOrEqual(550);
    await until(async () => (await there.spend(key, 10, window)).allowed);
    expect(performance.now() - began).toBeGreaterThanOrEqual(495);
  });
}
