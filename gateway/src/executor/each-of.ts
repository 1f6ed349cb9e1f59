/**
 * Every item of an iteration as something else. Returning returns the iteration itself at once, which an
 * async generator would do only after one more item.
 */
export function eachOf<From, To>(
  items: AsyncIterator<From>,
  map: (item: From) => To,
): AsyncIterableIterator<To, undefined> {
  return {
    async next() {
      const item = await items.next();
      return item.done ? { done: true, value: undefined } : { done: false, value: map(item.value) };
    },
    async return() {
      await items.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
