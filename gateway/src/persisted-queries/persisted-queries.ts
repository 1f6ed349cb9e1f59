import type { Logger } from '@propertea/chassis/runtime';
import { Fault } from '@propertea/kernel';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { HttpFault } from '../guards/body.js';
import type { DocumentsByHash } from '../guards/body.js';
import type { KeyValue } from '../key-value/key-value.js';

/** Kept so long after it was last wanted. */
const KEPT_SECONDS = 24 * 3_600;
/** A text that is longer is carried out and not kept. */
const MOST_CHARACTERS = 32 * 1024;
/** Of one caller; further ones are carried out and not kept. */
const KEPT_OF_CALLER = { units: 200, seconds: 3_600 };
/** In this process, so that what is asked again and again is not fetched each time. */
const REMEMBERED = { max: 1_000, maxSize: 8 * 1024 * 1024, ttl: 10 * 60_000 };

const HASH = /^[\da-f]{64}$/;

/**
 * Automatic persisted queries (Apollo's protocol): a client sends the hash of its document, with the text where it
 * is not known yet. What a hash stands for follows from the text alone, so nobody can put another one in its place. Texts are kept
 * for all gateways; each is held to the limits whenever it is asked for.
 */
export class PersistedQueries implements DocumentsByHash {
  readonly #remembered = new LRUCache<string, string>(REMEMBERED);

  constructor(
    private readonly keyValue: Pick<KeyValue, 'get' | 'set' | 'touch' | 'windows'>,
    private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  /** Throws `Fault`: PERSISTED_QUERY_NOT_FOUND, on which clients send the text, or BAD_USER_INPUT. */
  async textOf(hash: string): Promise<string> {
    requireHash(hash);
    const known = this.#remembered.get(hash);
    if (known !== undefined) return known;
    const kept = await this.keyValue.get(keyOf(hash)).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'persisted queries cannot be read');
      return undefined;
    });
    if (kept === undefined || hashOf(kept) !== hash) throw notFound();
    this.#remember(hash, kept);
    this.keyValue.touch(keyOf(hash), KEPT_SECONDS).catch(() => undefined);
    return kept;
  }

  /** Throws `Fault('BAD_USER_INPUT')` for a hash that is not that of the text. */
  check(hash: string, text: string): void {
    requireHash(hash);
    if (hashOf(text) !== hash) {
      throw new Fault('BAD_USER_INPUT', 'The hash is not the SHA-256 of the text in "query".');
    }
  }

  /**
   * Keeps the text of an operation that was found valid, as far as it is not too much. Nobody waits for it.
   * @param caller whom it is counted for.
   */
  keep(hash: string, text: string, caller: string): void {
    if (text.length > MOST_CHARACTERS || this.#remembered.has(hash)) return;
    this.#remember(hash, text);
    this.#store(hash, text, caller).catch((error: unknown) => {
      this.#remembered.delete(hash);
      this.logger.warn({ err: error }, 'a persisted query was not kept');
    });
  }

  async #store(hash: string, text: string, caller: string): Promise<void> {
    const { windows } = this.keyValue;
    const { allowed } = await windows.spend(`persisted:${caller}`, 1, KEPT_OF_CALLER);
    if (allowed) await this.keyValue.set(keyOf(hash), text, KEPT_SECONDS);
  }

  #remember(hash: string, text: string): void {
    this.#remembered.set(hash, text, { size: text.length });
  }
}

const keyOf = (hash: string) => `persisted-query:${hash}`;

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

function requireHash(hash: string): void {
  if (HASH.test(hash)) return;
  throw new HttpFault(400, 'BAD_USER_INPUT', 'The hash of a document must be its SHA-256 in hex.');
}

/** In the words that clients of the protocol look for, and as an answer of the graph (200), which they read. */
const notFound = () => new HttpFault(200, 'PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
