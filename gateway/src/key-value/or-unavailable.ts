import { unavailable } from '../identity/faults.js';
import type { KeyValue } from './key-value.js';

/**
 * The same port, whose failures are an outage that callers may be told of: nobody is somebody else, or
 * nobody, because the store does not answer.
 */
export function orUnavailable(keyValue: KeyValue): KeyValue {
  const told = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      throw unavailable('The store of sessions', error);
    }
  };
  return {
    get: (key) => told(keyValue.get(key)),
    set: (key, value, ttlSeconds) => told(keyValue.set(key, value, ttlSeconds)),
    setIfAbsent: (key, value, ttlSeconds) => told(keyValue.setIfAbsent(key, value, ttlSeconds)),
    ttl: (key) => told(keyValue.ttl(key)),
    touch: (key, ttlSeconds) => told(keyValue.touch(key, ttlSeconds)),
    delete: (key) => told(keyValue.delete(key)),
    increment: (key, ttlSeconds) => told(keyValue.increment(key, ttlSeconds)),
    // Who charges callers counts by itself where the store is gone (demand/rate-limits.ts).
    windows: keyValue.windows,
    publish: (channel, message) => told(keyValue.publish(channel, message)),
    subscribe: (channel, subscriber) => keyValue.subscribe(channel, subscriber),
    close: () => keyValue.close(),
  };
}
