import type { FormattedExecutionResult } from 'graphql';
import { createHash, randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { KeyValue } from '../key-value/key-value.js';
import type { Cipher } from '../session/cipher.js';

const entrySchema = z.discriminatedUnion('state', [
  /** Somebody carries it out, or did so when their process ended. */
  z.object({ state: z.literal('begun'), fingerprint: z.string(), claim: z.string() }),
  /** It may have been carried out, and nobody knows what came of it. */
  z.object({ state: z.literal('unknown'), fingerprint: z.string() }),
  z.object({
    state: z.literal('answered'),
    fingerprint: z.string(),
    status: z.number(),
    /** Left out where it was too large. */
    result: z.custom<FormattedExecutionResult>().optional(),
  }),
]);

export type Entry = z.output<typeof entrySchema>;

export interface Found {
  readonly entry: Entry;
  /** How long ago it was written, in seconds. */
  readonly age: number;
}

/** What is known of each key, sealed, in the key-value port. */
export class Entries {
  /** Claims whose store did not answer, and which it may have written, or write later. Nothing was carried out. */
  readonly #abandoned = new LRUCache<string, true>({ max: 10_000 });

  constructor(
    private readonly parts: {
      keyValue: KeyValue;
      cipher: Cipher;
      keepSeconds: number;
      answerBytes: number;
    },
  ) {}

  /** Undefined for who may carry it out, else what is known of whoever came before. */
  async claim(place: string, fingerprint: string): Promise<Found | undefined> {
    const { keyValue, keepSeconds } = this.parts;
    const claim = randomUUID();
    const sealed = this.#seal(place, { state: 'begun', fingerprint, claim });
    try {
      // Twice: what was there may be freed in between.
      for (let attempt = 0; attempt < 2; attempt++) {
        if (await keyValue.setIfAbsent(place, sealed, keepSeconds)) return undefined;
        const found = await this.#read(place);
        if (found?.entry.state === 'begun' && this.#abandoned.delete(found.entry.claim)) {
          await keyValue.set(place, sealed, keepSeconds);
          return undefined;
        }
        if (found) return found;
      }
    } catch (error) {
      this.#abandoned.set(claim, true);
      throw error;
    }
    return { entry: { state: 'begun', fingerprint, claim: '' }, age: 0 };
  }

  async #read(place: string): Promise<Found | undefined> {
    const { keyValue, cipher, keepSeconds } = this.parts;
    const [sealed, left] = await Promise.all([keyValue.get(place), keyValue.ttl(place)]);
    if (sealed === undefined || left === undefined) return undefined;
    const text = cipher.open(sealed, place);
    // Sealed by a secret that is gone: it says that there was a request, and no more.
    const entry: Entry =
      text === undefined
        ? { state: 'unknown', fingerprint: '' }
        : entrySchema.parse(JSON.parse(text));
    return { entry, age: keepSeconds - left };
  }

  async write(place: string, entry: Entry): Promise<void> {
    const { keyValue, keepSeconds, answerBytes } = this.parts;
    const isTooLarge =
      entry.state === 'answered' && JSON.stringify(entry.result).length > answerBytes;
    const kept = isTooLarge ? { ...entry, result: undefined } : entry;
    await keyValue.set(place, this.#seal(place, kept), keepSeconds);
  }

  free(place: string): Promise<void> {
    return this.parts.keyValue.delete(place);
  }

  #seal(place: string, entry: Entry): string {
    return this.parts.cipher.seal(JSON.stringify(entry), place);
  }
}

/** Where the entry of a key stands: callers never meet each other's. */
export function placeOf(caller: readonly unknown[], key: string): string {
  return `idempotency:${digest([...caller, key])}`;
}

export function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
