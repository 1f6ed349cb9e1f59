const ASLEEP_AFTER_MS = 5 * 60_000;

let isAwake = true;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Whether somebody may be looking: a tab that has been hidden for long needs nothing live. */
export const awake = {
  subscribe: (listener: () => void): (() => void) => {
    if (listeners.size === 0) document.addEventListener('visibilitychange', look);
    listeners.add(listener);
    look();
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) document.removeEventListener('visibilitychange', look);
    };
  },
  is: (): boolean => isAwake,
};

function look(): void {
  clearTimeout(timer);
  if (document.visibilityState === 'visible') set(true);
  else timer = setTimeout(() => set(false), ASLEEP_AFTER_MS);
}

function set(value: boolean): void {
  if (isAwake === value) return;
  isAwake = value;
  for (const listener of listeners) listener();
}

/** Resolves when the page has come, and nothing that its reader waits for is left to do. */
export async function whenIdle(): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  }
  await new Promise<unknown>((resolve) => {
    // Safari has no such callback.
    if ('requestIdleCallback' in window) window.requestIdleCallback(resolve, { timeout: 3_000 });
    else setTimeout(resolve, 300);
  });
}
