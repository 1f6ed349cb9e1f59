/**
 * Rejects when the work takes longer than `patienceMs`; what comes later, or fails later, is nobody's
 * business. An answer that has come while this process was busy itself is in time.
 */
export function inTime<T>(work: Promise<T>, patienceMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    // Timers come before what arrived in the meantime, immediates after it.
    const late = () => setImmediate(() => reject(new Error(`no answer within ${patienceMs} ms`)));
    const timer = setTimeout(late, patienceMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
