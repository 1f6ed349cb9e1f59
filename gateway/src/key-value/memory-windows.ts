import { LRUCache } from 'lru-cache';
import { counts, sliceMsOf, spendingOf } from './sliding-windows.js';
import type { SlidingWindows } from './sliding-windows.js';

/** Who was not heard of for longest is forgotten first. */
const MOST = 50_000;

/** Windows of this process alone. */
export function memoryWindows(): SlidingWindows {
  const spent = new LRUCache<string, Map<number, number>>({ max: MOST });
  return {
    async spend(key, units, window) {
      const now = Date.now();
      const slice = Math.floor(now / sliceMsOf(window));
      const slices = spent.get(key) ?? new Map<number, number>();
      for (const at of slices.keys()) if (!counts(at, now, window)) slices.delete(at);
      const sum = [...slices.values()].reduce((total, each) => total + each, 0);
      const allowed = sum + units <= window.units;
      if (allowed) slices.set(slice, (slices.get(slice) ?? 0) + units);
      spent.set(key, slices);
      return spendingOf({ allowed, now, slice, slices }, units, window);
    },
    async correct(key, slice, difference) {
      const slices = spent.get(key);
      const known = slices?.get(slice);
      if (known !== undefined) slices?.set(slice, Math.max(0, known + difference));
    },
  };
}
