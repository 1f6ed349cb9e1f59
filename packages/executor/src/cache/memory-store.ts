import { LRUCache } from 'lru-cache';
import type { EntryStore } from './entry-store.js';

const MOST_TAGS = 100_000;

/** Entries of this process, the least recently used of which go when there are more than so many bytes. */
export function memoryStore(maxBytes: number, mostTags = MOST_TAGS): EntryStore {
  const entries = new LRUCache<string, string>({
    maxSize: maxBytes,
    // Strings take up to two bytes a character.
    sizeCalculation: (text, key) => 2 * (text.length + key.length),
  });
  const stamps = new Map<string, string>();
  // The only source of stamps, so that none comes back.
  let changes = 1;
  let epoch = '1';
  const clear = (): void => {
    epoch = String((changes += 1));
    stamps.clear();
    entries.clear();
  };
  return {
    async read(keys, tags) {
      return {
        entries: keys.map((key) => entries.get(key)),
        stamps: tags.map((tag) => stamps.get(tag) ?? ''),
        epoch,
      };
    },
    write(written) {
      for (const { key, text, seconds } of written)
        entries.set(key, text, { ttl: Math.ceil(seconds * 1_000) });
    },
    async change(tags) {
      for (const tag of tags) stamps.set(tag, String((changes += 1)));
      if (stamps.size > mostTags) clear();
    },
    async clear() {
      clear();
    },
    async close() {
      clear();
    },
  };
}
