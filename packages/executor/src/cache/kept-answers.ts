import { createHash } from 'node:crypto';
import { unlessAborted } from '../fetch/when-aborted.js';
import { isDue, readEntry, writeEntry } from './entry.js';
import type { EntryStore } from './entry-store.js';
import type { CacheQuestion, FetchCache, Found, Freshness, Lookup } from './fetch-cache.js';

export interface KeptAnswersOptions<Context> {
  readonly store: EntryStore;
  /**
   * By whom, as text, an answer may be read again: everything of the caller that may influence it. Undefined
   * where nothing may be kept for them.
   */
  readonly readerOf: (question: CacheQuestion, context: Context) => string | undefined;
  /** On what the answer hangs. */
  readonly tagsOf: (question: CacheQuestion, context: Context) => readonly string[];
  /** Told how fresh each fetch's answer is. */
  readonly served?: (context: Context, freshness: Freshness | undefined) => void;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** A question with its place in the store. */
interface Placed {
  readonly question: CacheQuestion;
  readonly index: number;
  readonly key: string;
  readonly tags: readonly string[];
}

/** A fetch that is under way; undefined where nothing of it may be kept. */
interface Awaited {
  readonly since: string;
  readonly result: Promise<Found | undefined>;
  readonly tell: (found: Found | undefined) => void;
}

interface Missing extends Placed {
  readonly since: string;
}

/** How often somebody waits for fetches of others before they fetch for themselves. */
const ROUNDS = 3;

/** A cache over a store: equal misses that are under way together are fetched once. */
export class KeptAnswers<Context> implements FetchCache<Context> {
  readonly #underWay = new Map<string, Awaited>();
  readonly #now: () => number;

  constructor(private readonly options: KeptAnswersOptions<Context>) {
    this.#now = options.now ?? Date.now;
  }

  served(context: Context, freshness: Freshness | undefined): void {
    this.options.served?.(context, freshness);
  }

  async look(
    questions: readonly CacheQuestion[],
    context: Context,
    signal?: AbortSignal,
  ): Promise<Lookup | undefined> {
    const placed = questions.flatMap((question, index): Placed[] => {
      const reader = this.options.readerOf(question, context);
      if (reader === undefined) return [];
      const key = keyOf(reader, question);
      return [{ question, index, key, tags: this.options.tagsOf(question, context) }];
    });
    if (placed.length === 0) return undefined;
    const begun = this.#now();
    const tags = [...new Set(placed.flatMap((each) => each.tags))];
    const read = await this.options.store.read(
      placed.map(({ key }) => key),
      tags,
    );
    if (!read) return undefined;
    const stamps = new Map(tags.map((tag, index) => [tag, read.stamps[index] ?? '']));
    const found: (Found | undefined)[] = questions.map(() => undefined);
    let missing: Missing[] = [];
    for (const [position, each] of placed.entries()) {
      const since = [read.epoch, ...each.tags.map((tag) => stamps.get(tag))].join(',');
      const kept = this.#usable(read.entries[position], since);
      if (kept) found[each.index] = kept;
      else missing.push({ ...each, since });
    }
    for (let round = 0; round < ROUNDS && missing.length > 0; round += 1) {
      const others = missing.map(({ key, since }) => this.#awaited(key, since));
      // Who has to fetch anyway fetches all of it: nobody waits for somebody who waits.
      if (!others.every((other) => other !== undefined)) break;
      const told = await together(others, signal);
      if (!told) break;
      missing = missing.filter(({ index }, position) => {
        found[index] = told[position];
        return told[position] === undefined;
      });
    }
    return {
      found,
      since: [read.epoch, ...stamps.values()].join(','),
      keep: this.#keeping(missing, begun),
    };
  }

  #usable(stored: string | null | undefined, since: string): Found | undefined {
    const entry = typeof stored === 'string' ? readEntry(stored) : undefined;
    if (!entry || entry.since !== since) return undefined;
    const now = this.#now();
    if (entry.expiresAt <= now || isDue(entry, now, 1 - Math.random())) return undefined;
    return { text: entry.text, freshFor: (entry.expiresAt - now) / 1_000 };
  }

  /** What was begun before a change is of no use to who asks after it. */
  #awaited(key: string, since: string): Awaited | undefined {
    const awaited = this.#underWay.get(key);
    return awaited?.since === since ? awaited : undefined;
  }

  #keeping(missing: readonly Missing[], begun: number): Lookup['keep'] {
    const own = missing.map(({ key, since }): Awaited => {
      let tell: Awaited['tell'] = () => undefined;
      const result = new Promise<Found | undefined>((resolve) => (tell = resolve));
      const awaited = { since, result, tell };
      if (!this.#awaited(key, since)) this.#underWay.set(key, awaited);
      return awaited;
    });
    return (fetched) => {
      const now = this.#now();
      const written = missing.flatMap(({ question, index, key, since }, position) => {
        const awaited = own[position];
        const text = fetched.get(index);
        const { maxAge } = question.part;
        const expiresAt = begun + maxAge * 1_000;
        const isGood = text !== undefined && expiresAt > now;
        if (this.#underWay.get(key) === awaited) this.#underWay.delete(key);
        awaited?.tell(isGood ? { text, freshFor: (expiresAt - now) / 1_000 } : undefined);
        if (!isGood) return [];
        const stored = writeEntry({ text, expiresAt, took: now - begun, since });
        return [{ key, text: stored, seconds: (expiresAt - now) / 1_000 }];
      });
      if (written.length > 0) this.options.store.write(written);
    };
  }
}

function keyOf(reader: string, { part, key }: CacheQuestion): string {
  return createHash('sha256').update(`${part.id}\n${reader}\n${key}`).digest('base64url');
}

/** What others fetched; undefined where the caller has gone. */
async function together(
  others: readonly Awaited[],
  signal: AbortSignal | undefined,
): Promise<(Found | undefined)[] | undefined> {
  const all = () => Promise.all(others.map(({ result }) => result));
  try {
    return await unlessAborted(signal, all, () => new Error('The operation was given up'));
  } catch {
    return undefined;
  }
}
