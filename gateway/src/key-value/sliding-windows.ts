/** How many units may be spent in any so many seconds. */
export interface Window {
  units: number;
  seconds: number;
}

export interface Spending {
  /** False where the units would have gone over the limit; then nothing was spent. */
  allowed: boolean;
  /** In which part of the time it was spent. */
  slice: number;
  /** Units that are left now. */
  remaining: number;
  /** How long until these units are there; 0 where they were. */
  retryAfterMs: number;
  /** How long until everything that is spent now is given back. */
  resetMs: number;
}

/**
 * Units spent by somebody, within a window that slides. Each window is cut into `SLICES`; a slice is
 * given back once all of it is older than the window, so no window of time ever holds more than the limit.
 */
export interface SlidingWindows {
  /** Spends the units if they are there: decided in one step, however many ask at once. */
  spend(key: string, units: number, window: Window): Promise<Spending>;
  /** Adds to (or takes from) what was spent, as far as it still counts. May go over the limit. */
  correct(key: string, slice: number, difference: number, window: Window): Promise<void>;
}

export const SLICES = 10;

export function sliceMsOf({ seconds }: Window): number {
  return (seconds * 1_000) / SLICES;
}

/** When a slice is given back, in ms since the epoch. */
function endOf(slice: number, window: Window): number {
  return (slice + SLICES + 1) * sliceMsOf(window);
}

/** Whether a slice still counts. */
export function counts(slice: number, now: number, window: Window): boolean {
  return endOf(slice, window) > now;
}

/** What a store knows after it has decided. */
export interface WindowState {
  allowed: boolean;
  now: number;
  slice: number;
  /** What is spent, by slice. */
  slices: Iterable<readonly [slice: number, units: number]>;
}

/** What the state of a window means for who asked for so many units. */
export function spendingOf(state: WindowState, units: number, window: Window): Spending {
  const { allowed, now, slice } = state;
  const live = [...state.slices]
    .filter(([at, spent]) => spent > 0 && counts(at, now, window))
    .toSorted(([one], [other]) => one - other);
  const spent = live.reduce((sum, [, each]) => sum + each, 0);
  const until = (at: number | undefined) =>
    at === undefined ? 0 : Math.max(0, Math.ceil(endOf(at, window) - now));
  let given = 0;
  const enough = live.find(([, each]) => spent - (given += each) + units <= window.units);
  const last = live.at(-1)?.[0];
  return {
    allowed,
    slice,
    remaining: Math.max(0, window.units - spent),
    retryAfterMs: allowed ? 0 : until((enough ?? live.at(-1) ?? [slice])[0]),
    resetMs: until(last),
  };
}
