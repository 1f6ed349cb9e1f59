import { idTime } from '@propertea/kernel';

const YOUNG_MS = 10_000;
/** Ids made in bulk, or by another machine, may lie a little ahead. */
const CLOCK_SKEW_MS = 2_000;
const PATIENCE_MS = 3_000;
const PAUSE_MS = 20;

/**
 * Finds a row that another room's fact brings. What was made moments ago may still be on its way:
 * then this looks again for up to three seconds. Ids that are older are looked up once, so that
 * asking for what does not exist costs nothing. Each look must see newly committed rows.
 */
export async function awaitArrival<T>(
  id: string,
  find: () => Promise<T | null>,
): Promise<T | null> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await find();
    const age = Date.now() - idTime(id);
    if (found !== null || age < -CLOCK_SKEW_MS || age > YOUNG_MS || Date.now() > deadline)
      return found;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
