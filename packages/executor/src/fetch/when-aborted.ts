interface Waiting {
  readonly acts: Set<() => void>;
  readonly listener: () => void;
}

const waiting = new WeakMap<AbortSignal, Waiting>();

/**
 * Acts once a signal aborts, or never where what comes back is called before. All that wait for one signal share
 * a listener: each of the many fetches of an operation would pay for an own one, and events are dear in Node.
 */
export function whenAborted(signal: AbortSignal, act: () => void): () => void {
  let known = waiting.get(signal);
  if (!known) {
    const acts = new Set<() => void>();
    const listener = (): void => {
      for (const each of acts) each();
    };
    waiting.set(signal, (known = { acts, listener }));
    signal.addEventListener('abort', listener, { once: true });
  }
  const { acts, listener } = known;
  acts.add(act);
  return () => {
    acts.delete(act);
    if (acts.size > 0 || waiting.get(signal)?.acts !== acts) return;
    waiting.delete(signal);
    signal.removeEventListener('abort', listener);
  };
}
