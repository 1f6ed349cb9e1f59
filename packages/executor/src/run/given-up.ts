import { whenAborted } from '../fetch/when-aborted.js';

/**
 * What begins, or a rejection as soon as the signal aborts: a subgraph in this process may not be able to stop.
 * Nothing is begun after that.
 */
export function unlessGivenUp<T>(
  signal: AbortSignal | undefined,
  begin: () => Promise<T>,
): Promise<T> {
  if (!signal) return begin();
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(new Error('The operation was given up'));
    if (signal.aborted) return giveUp();
    const forget = whenAborted(signal, giveUp);
    begin().then(
      (value) => {
        forget();
        return resolve(value);
      },
      (error: Error) => {
        forget();
        reject(error);
      },
    );
  });
}
