import type { OperationUsage, Usage } from '@propertea/schema/documents';
import type { KeyValue } from '../key-value/key-value.js';
import { keyOf, readUsageDay } from './usage-day.js';
import type { UsageDay } from './usage-day.js';

/** So many processes may count on one day, restarts included. */
const PLACES = 100;
const DAY_SECONDS = 24 * 3_600;

/** The day of an instant in UTC. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

const placesKey = (day: string): string => `usage:${day}:places`;
const placeKey = (day: string, place: number): string => `usage:${day}:${place}`;

/**
 * Writes what this process counted. Each process has a place of its own for each day and writes the whole of
 * it, so that nothing is read first and a write that is repeated changes nothing.
 */
export class UsageStore {
  readonly #places = new Map<string, number>();

  constructor(
    private readonly keyValue: Pick<KeyValue, 'increment' | 'set'>,
    private readonly retentionDays: number,
  ) {}

  /** False where the day has no place left. */
  async write(counted: UsageDay): Promise<boolean> {
    const ttl = (this.retentionDays + 1) * DAY_SECONDS;
    const { day } = counted;
    let place = this.#places.get(day);
    if (place === undefined) {
      place = await this.keyValue.increment(placesKey(day), ttl);
      this.#places.set(day, place);
    }
    if (place > PLACES) return false;
    await this.keyValue.set(placeKey(day, place), counted.toString(), ttl);
    return true;
  }

  forget(day: string): void {
    this.#places.delete(day);
  }
}

/** What all processes counted in the last days, today included; the most used first. */
export async function readUsage(
  keyValue: Pick<KeyValue, 'get'>,
  days: number,
  now: Date,
): Promise<Usage> {
  const operations = new Map<string, OperationUsage & { known: Set<string> }>();
  const countedDays: string[] = [];
  let uncounted = 0;
  for (let back = days - 1; back >= 0; back -= 1) {
    const day = dayOf(new Date(now.getTime() - back * DAY_SECONDS * 1_000));
    // oxlint-disable-next-line no-await-in-loop -- one day in memory at a time
    const texts = await textsOf(keyValue, day);
    if (texts.length > 0) countedDays.push(day);
    for (const text of texts) {
      const read = readUsageDay(day, text);
      uncounted += read.uncounted;
      for (const operation of read.operations) {
        const key = keyOf(operation);
        const known = operations.get(key);
        if (known) {
          known.count += operation.count;
          known.lastDay = day;
          for (const coordinate of operation.coordinates) known.known.add(coordinate);
        } else {
          operations.set(key, { ...operation, known: new Set(operation.coordinates) });
        }
      }
    }
  }
  return {
    days,
    countedDays,
    uncounted,
    operations: [...operations.values()]
      .map(({ known, ...operation }) => ({ ...operation, coordinates: [...known].toSorted() }))
      .toSorted((a, b) => b.count - a.count || (keyOf(a) < keyOf(b) ? -1 : 1)),
  };
}

async function textsOf(keyValue: Pick<KeyValue, 'get'>, day: string): Promise<string[]> {
  const places = Math.min(Number((await keyValue.get(placesKey(day))) ?? 0), PLACES);
  const texts = await Promise.all(
    Array.from({ length: places }, (_, index) => keyValue.get(placeKey(day, index + 1))),
  );
  return texts.filter((text) => text !== undefined);
}
