const PAUSE_MS = 20;
/** Generous: only what never comes is an error, on a busy machine too. */
const PATIENCE_MS = 60_000;

/**
 * Waits until `look` returns what `expected` accepts, and returns it; fails after a minute with what was
 * seen last.
 */
export async function eventually<T>(
  look: () => Promise<T> | T,
  expected: (seen: T) => boolean,
  timeoutMs = PATIENCE_MS,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (expected(seen)) return seen;
    if (Date.now() > deadline)
      throw new Error(`waited in vain; last seen: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
