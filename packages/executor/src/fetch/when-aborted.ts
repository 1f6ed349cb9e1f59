interface Waiting {
  readonly acts: Set<() => void>;
  readonly listener: () => void;
}

const waiting = new WeakMap<AbortSignal, Waiting>();

const ACTS = Symbol('acts');

interface QuickSignal extends AbortSignal {
  [ACTS]?: Set<() => void>;
}

/** An AbortController for what there is much of: who waits for its signal by `whenAborted` costs no listener. */
export class QuickAbortController extends AbortController {
  readonly #acts = new Set<() => void>();

  constructor() {
    super();
    (this.signal as QuickSignal)[ACTS] = this.#acts;
  }

  override abort(reason?: unknown): void {
    super.abort(reason);
    for (const act of this.#acts) {
      this.#acts.delete(act);
      act();
    }
  }
}

/**
 * Acts once a signal aborts, or never where what comes back is called before. All that wait for one signal share
 * a listener: each of the many fetches of an operation would pay for an own one, and events are dear in Node.
 */
export function whenAborted(signal: AbortSignal, act: () => void): () => void {
  const quick = (signal as QuickSignal)[ACTS];
  if (quick) {
    quick.add(act);
    return () => void quick.delete(act);
  }
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

/**
 * What is begun, or as soon as the signal aborts a rejection with what `leave` returns: not everything that is
 * begun can be stopped. After that nothing is begun.
 */
export function unlessAborted<T>(
  signal: AbortSignal | undefined,
  begin: () => Promise<T>,
  leave: () => Error,
): Promise<T> {
  if (!signal) return begin();
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(leave());
    if (signal.aborted) return giveUp();
    const settle = whenAborted(signal, giveUp);
    begin().then(
      (value) => {
        settle();
        return resolve(value);
      },
      (error: Error) => {
        settle();
        reject(error);
      },
    );
  });
}
