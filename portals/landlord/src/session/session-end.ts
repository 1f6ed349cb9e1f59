/** The end of a session as the page knows it: operations wait here until somebody has signed in again. */
let waiting: { promise: Promise<void>; resolve: () => void } | undefined;
const listeners = new Set<() => void>();

/** Called by an operation that was refused for want of a session; resolves when there is one again. */
export function sessionEnded(): Promise<void> {
  if (!waiting) {
    waiting = Promise.withResolvers<void>();
    tell();
  }
  return waiting.promise;
}

/** Called when somebody has signed in again. */
export function sessionRenewed(): void {
  waiting?.resolve();
  waiting = undefined;
  tell();
}

export const sessionEnd = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isEnded: () => waiting !== undefined,
};

function tell(): void {
  for (const listener of listeners) listener();
}
