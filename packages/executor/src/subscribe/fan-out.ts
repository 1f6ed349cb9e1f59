import type { GraphQLFormattedError } from 'graphql';
import { setImmediate as turn } from 'node:timers/promises';

/** Says why there is no subscription. */
export interface Refusal {
  readonly errors?: readonly GraphQLFormattedError[];
}

/**
 * Where the results of a live operation go. A reader has a bound of its own: when it cannot pass a result
 * on in time, it leaves, and none of the others waits for it.
 */
export interface LiveReader {
  /** One result as JSON, the same text for all readers. */
  result(json: string): void;
  /** The operation cannot be subscribed to; nothing else is told after it. */
  refused(refusal: Refusal): void;
  /** Nothing more comes: the source has ended, or was lost, with the reason. */
  ended(failure?: { reason: unknown }): void;
}

/** Subscribes; ends with the signal. Every item is one result, as it is told. */
export type OpenSource = (signal: AbortSignal) => Promise<AsyncIterable<object> | Refusal>;

/** So many readers are served before other work gets its turn. */
const SLICE = 500;

/**
 * Live operations that are shared by all who read the same: one subscription to the source, one execution
 * and one JSON text for each event, however many read it. The last one to leave ends it.
 */
export class FanOut {
  readonly #live = new Map<string, LiveOperation>();

  constructor(
    private readonly options: {
      /** How long the source may take until it is subscribed to. */
      openTimeoutMs: number;
    },
  ) {}

  /** How many different operations are live. */
  get size(): number {
    return this.#live.size;
  }

  /**
   * Reads the operation of this key, which `open` begins where nobody reads it yet: whoever may see
   * another answer needs another key. Returns how to leave.
   */
  join(key: string, open: OpenSource, reader: LiveReader): () => void {
    const known = this.#live.get(key);
    const operation = known ?? new LiveOperation(open, () => this.#forget(key, operation));
    operation.readers.add(reader);
    if (!known) {
      this.#live.set(key, operation);
      void operation.run(this.options.openTimeoutMs);
    }
    return () => operation.leave(reader);
  }

  #forget(key: string, operation: LiveOperation): void {
    if (this.#live.get(key) === operation) this.#live.delete(key);
  }
}

class LiveOperation {
  readonly readers = new Set<LiveReader>();
  readonly #left = new AbortController();

  /** `over` is called once nobody may join any more, perhaps more than once. */
  constructor(
    private readonly open: OpenSource,
    private readonly over: () => void,
  ) {}

  leave(reader: LiveReader): void {
    if (!this.readers.delete(reader) || this.readers.size > 0) return;
    this.over();
    this.#left.abort();
  }

  async run(openTimeoutMs: number): Promise<void> {
    try {
      const source = await this.#opened(openTimeoutMs);
      if (!isAsyncIterable(source)) return this.#tell((reader) => reader.refused(source));
      await this.#pump(source[Symbol.asyncIterator]());
      this.#tell((reader) => reader.ended());
    } catch (reason) {
      this.#tell((reader) => reader.ended({ reason }));
    } finally {
      this.#left.abort();
    }
  }

  async #opened(openTimeoutMs: number) {
    const late = setTimeout(
      () => this.#left.abort(new Error('The source did not answer in time.')),
      openTimeoutMs,
    );
    try {
      return await unlessAborted(this.open(this.#left.signal), this.#left.signal);
    } finally {
      clearTimeout(late);
    }
  }

  async #pump(source: AsyncIterator<object>): Promise<void> {
    const { signal } = this.#left;
    if (signal.aborted) return close(source);
    // Not only by the signal: a source that does not know it shall end as well.
    signal.addEventListener('abort', () => void close(source), { once: true });
    while (!signal.aborted) {
      const event = await source.next();
      if (event.done || signal.aborted) return;
      const json = JSON.stringify(event.value);
      let served = 0;
      for (const reader of this.readers) {
        reader.result(json);
        if (++served % SLICE === 0) await turn();
      }
    }
  }

  #tell(last: (reader: LiveReader) => void): void {
    this.over();
    const readers = [...this.readers];
    this.readers.clear();
    for (const reader of readers) last(reader);
  }
}

/** A source that is opened although nobody waits for it any more is closed at once. */
function unlessAborted<Source extends object>(
  opening: Promise<Source>,
  signal: AbortSignal,
): Promise<Source> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      reject(signal.reason as Error);
      opening.then(closeSource, () => undefined);
    };
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    opening.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function closeSource(source: object): void {
  if (isAsyncIterable(source)) void close(source[Symbol.asyncIterator]());
}

async function close(source: AsyncIterator<unknown>): Promise<void> {
  try {
    await source.return?.();
  } catch {
    // It is of no interest how a source ends that nobody reads.
  }
}

function isAsyncIterable(source: object): source is AsyncIterable<object> {
  return Symbol.asyncIterator in source;
}
