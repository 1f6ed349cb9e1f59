import type { SlidingWindows } from './sliding-windows.js';

/** A listener that is told each message, and that messages may have been lost (a broken connection). */
export interface Subscriber {
  message(text: string): void;
  /** Called after a reconnect: whatever was cached because of silence must be dropped. */
  gap?(): void;
}

/**
 * Small values with an expiry, counters and notices between gateway processes. Keys and values are
 * text; all times are seconds. Two adapters: Postgres (embedded) and Redis.
 */
export interface KeyValue {
  /** The value, or undefined when it was never set, deleted, or has expired. */
  get(key: string): Promise<string | undefined>;
  /** Sets or replaces the value and starts its expiry anew. */
  set(key: string, value: string, ttlSeconds: number): Promise<void>;
  /** Sets the value where there is none, and says whether it did: of many at once exactly one does. */
  setIfAbsent(key: string, value: string, ttlSeconds: number): Promise<boolean>;
  /** How many seconds the value has left; undefined where there is none. */
  ttl(key: string): Promise<number | undefined>;
  /** Starts the expiry anew without touching the value; nothing happens to a key that is not there. */
  touch(key: string, ttlSeconds: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** Counts up from 1 and returns the count. The window begins with the first call and is not extended. */
  increment(key: string, ttlSeconds: number): Promise<number>;
  /** Budgets in units, for limits on callers. */
  readonly windows: SlidingWindows;
  /** Tells every subscriber of the channel, in this and in every other process. At most 4,000 characters. */
  publish(channel: string, message: string): Promise<void>;
  /** Resolves once messages published from now on will arrive; returns how to stop. */
  subscribe(channel: string, subscriber: Subscriber): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** What an adapter needs of a logger (pino fits). */
export interface KeyValueLogger {
  warn(details: object, message: string): void;
}
