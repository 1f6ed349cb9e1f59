import { LRUCache } from 'lru-cache';

const CACHE_MS = 30_000;
const MOST = 10_000;

/** Answers by their key, kept up to 30 s; who asks for one that is on its way waits for it. */
export class Remembered<Value extends object> {
  readonly #known = new LRUCache<string, Value>({ max: MOST, ttl: CACHE_MS });
  readonly #loading = new Map<string, Promise<Value>>();
  #generation = 0;

  constructor(private readonly load: (key: string) => Promise<Value>) {}

  async of(key: string): Promise<Value> {
    const known = this.#known.get(key) ?? this.#loading.get(key);
    if (known) return known;
    const generation = this.#generation;
    const loading = this.load(key).finally(() => {
      if (this.#loading.get(key) === loading) this.#loading.delete(key);
    });
    this.#loading.set(key, loading);
    const value = await loading;
    // An answer that was asked for before a change may be older than the change.
    if (generation === this.#generation) this.#known.set(key, value);
    return value;
  }

  drop(): void {
    this.#generation++;
    this.#known.clear();
    this.#loading.clear();
  }
}
