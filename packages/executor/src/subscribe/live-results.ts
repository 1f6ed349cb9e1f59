/**
 * The results of a subscription: one for each event, made one after the other, in order. Whoever stops
 * reading closes the source at once, though it waits for an event: an async generator would go on waiting.
 */
export function liveResults<Event, Result>(
  events: AsyncIterable<Event>,
  closing: AbortController,
  signal: AbortSignal | undefined,
  resultOf: (event: Event) => Promise<Result>,
): AsyncIterableIterator<Result> {
  const source = events[Symbol.asyncIterator]();
  const over: IteratorReturnResult<undefined> = { done: true, value: undefined };
  let isOver = false;
  let endWaiting: (() => void) | undefined;
  const close = (): void => {
    if (isOver) return;
    isOver = true;
    signal?.removeEventListener('abort', end);
    closing.abort();
    // What the source still does to close is its own affair.
    source.return?.().catch(() => undefined);
  };
  const end = (): void => {
    close();
    endWaiting?.();
  };
  signal?.addEventListener('abort', end);
  if (signal?.aborted) end();

  const pull = async (): Promise<IteratorResult<Result>> => {
    try {
      const event = await source.next();
      if (isOver) return over;
      if (event.done) {
        close();
        return over;
      }
      const value = await resultOf(event.value);
      return isOver ? over : { done: false, value };
    } catch (error) {
      if (isOver) return over;
      // Whoever waits is told of the loss, and not of an end.
      close();
      throw error;
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    next() {
      if (isOver) return Promise.resolve(over);
      const ended = new Promise<IteratorResult<Result>>((resolve) => {
        endWaiting = () => resolve(over);
      });
      const pulled = last.then(pull);
      last = pulled.catch(() => undefined);
      return Promise.race([pulled, ended]);
    },
    return() {
      end();
      return Promise.resolve(over);
    },
    throw(error) {
      end();
      return Promise.reject(error as Error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
