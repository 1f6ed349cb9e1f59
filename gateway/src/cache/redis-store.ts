import type { Entry, EntriesRead, EntryStore } from '@propertea/executor';
import { Redis } from 'ioredis';
import { randomBytes } from 'node:crypto';
import { inTime } from '../key-value/in-time.js';
import type { KeyValueLogger } from '../key-value/key-value.js';

const PREFIX = 'propertea:gateway:cache:';
const EPOCH = `${PREFIX}epoch`;
const PATIENCE_MS = 50;
/** A connection on which nothing is heard for so long, though something was asked, is made anew. */
const SILENCE_MS = 5_000;
/** How long a server that failed is not asked. */
const PAUSE_MS = 2_000;
/** Nothing is kept for longer, so that a stamp outlives every entry that was written before it. */
const LONGEST_SECONDS = 3_600;
const STAMP_MS = 2 * LONGEST_SECONDS * 1_000;

/** KEYS: occasion, tags. ARGV: stamp, ms, whether the occasion counts. */
const CHANGE = `
if ARGV[3] == '1' and not redis.call('SET', KEYS[1], '1', 'NX', 'PX', ARGV[2]) then return 0 end
for index = 2, #KEYS do redis.call('SET', KEYS[index], ARGV[1], 'PX', ARGV[2]) end
return 1`;

interface RedisStoreOptions {
  url: string;
  logger: KeyValueLogger;
  /** Longer than this no request waits for what may be kept; 50 unless it is said. */
  patienceMs?: number;
}

/** Entries that all gateways share. While Redis is gone or slow there are none, and no request waits for it. */
export function redisStore(options: RedisStoreOptions): EntryStore {
  return new RedisStore(options);
}

class RedisStore implements EntryStore {
  readonly #redis: Redis;
  readonly #logger: KeyValueLogger;
  readonly #patienceMs: number;
  #pausedUntil = 0;
  /** A change could not be told: everything is dropped before anything is read again. */
  #owesClear = false;

  constructor({ url, logger, patienceMs = PATIENCE_MS }: RedisStoreOptions) {
    this.#logger = logger;
    this.#patienceMs = patienceMs;
    this.#redis = new Redis(url, {
      connectTimeout: 5_000,
      disconnectTimeout: 200,
      socketTimeout: SILENCE_MS,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      retryStrategy: (times) => Math.min(times * 100, PAUSE_MS),
    });
    this.#redis.on('error', (error: unknown) => this.#failed(error));
  }

  async read(keys: readonly string[], tags: readonly string[]): Promise<EntriesRead | undefined> {
    if (this.#isPaused || !this.#isConnected) return undefined;
    try {
      if (this.#owesClear) await this.#clear();
      const places = [EPOCH, ...tags.map(placeOfTag), ...keys.map(placeOfEntry)];
      const [epoch, ...values] = await this.#inTime(this.#redis.mget(places));
      // A server that was begun anew, or lost what it had.
      if (!epoch) await this.#clear();
      if (!epoch) return undefined;
      const stamps = values.slice(0, tags.length).map((stamp) => stamp ?? '');
      return { epoch, stamps, entries: values.slice(tags.length) };
    } catch (error) {
      this.#failed(error);
      return undefined;
    }
  }

  write(entries: readonly Entry[]): void {
    if (this.#isPaused || !this.#isConnected) return;
    const pipeline = this.#redis.pipeline();
    for (const { key, text, seconds } of entries) {
      const ms = Math.ceil(Math.min(seconds, LONGEST_SECONDS) * 1_000);
      pipeline.set(placeOfEntry(key), text, 'PX', ms);
    }
    pipeline.exec().catch((error: unknown) => this.#failed(error));
  }

  /** Commands of one connection are carried out in order: a read that is sent later sees the new stamps. */
  async change(tags: readonly string[], occasion?: string): Promise<void> {
    if (tags.length === 0) return;
    const places = [`${PREFIX}occasion:${occasion ?? ''}`, ...tags.map(placeOfTag)];
    const counts = occasion === undefined ? '0' : '1';
    try {
      if (!this.#isConnected) throw new Error('Redis is not connected');
      await this.#inTime(
        this.#redis.eval(CHANGE, places.length, ...places, newStamp(), STAMP_MS, counts),
      );
    } catch (error) {
      this.#owesClear = true;
      this.#failed(error);
    }
  }

  async clear(): Promise<void> {
    try {
      if (this.#isConnected) await this.#clear();
      else this.#owesClear = true;
    } catch (error) {
      this.#failed(error);
    }
  }

  async close(): Promise<void> {
    this.#redis.disconnect();
  }

  get #isConnected(): boolean {
    return this.#redis.status === 'ready';
  }

  get #isPaused(): boolean {
    return performance.now() < this.#pausedUntil;
  }

  async #clear(): Promise<void> {
    // Another change may fail while this one is under way.
    this.#owesClear = false;
    try {
      await this.#inTime(this.#redis.set(EPOCH, newStamp()));
    } catch (error) {
      this.#owesClear = true;
      throw error;
    }
  }

  #inTime<T>(work: Promise<T>): Promise<T> {
    return inTime(work, this.#patienceMs);
  }

  #failed(error: unknown): void {
    if (this.#isPaused) return;
    this.#pausedUntil = performance.now() + PAUSE_MS;
    this.#logger.warn({ err: error }, 'nothing is read from the cache for a while');
  }
}

const placeOfTag = (tag: string) => `${PREFIX}tag:${tag}`;
const placeOfEntry = (key: string) => `${PREFIX}entry:${key}`;
const newStamp = () => randomBytes(9).toString('base64url');
