/** Whether an answer is the same for everybody, or for one identity. */
export type CacheScope = 'PUBLIC' | 'PRIVATE';

/** For how long, in seconds, and for whom something may be kept. */
export interface Freshness {
  readonly maxAge: number;
  readonly scope: CacheScope;
}

/** What may be kept of a plan: what is selected of one kind of entity, or all of a root fetch. */
export interface KeepablePart extends Freshness {
  readonly subgraph: string;
  /** The same for the same selection; of whom and with which variables it is asked is not in it. */
  readonly id: string;
  /** Variables that the selection hangs on, as they are sent. */
  readonly variables: readonly string[];
  /** The types of all objects in the answer, apart from the entities that are asked for. */
  readonly types: readonly string[];
}

/** One thing that may be kept: an entity, or the whole answer to a root fetch. */
export interface CacheQuestion {
  readonly part: KeepablePart;
  /** What beside `part.id` and the caller decides about the answer. */
  readonly key: string;
  /** The representation of the entity. */
  readonly entity?: Readonly<Record<string, unknown>>;
}

export interface Found {
  /** JSON. */
  readonly text: string;
  /** How long it may still be kept, in seconds. */
  readonly freshFor: number;
}

/** What a cache knows of some questions at one moment. */
export interface Lookup {
  /** In the order of the questions. */
  readonly found: readonly (Found | undefined)[];
  /** A fetch of what is missing shares an answer only with fetches that say the same: others began before a change. */
  readonly since: string;
  /**
   * To be called once, whatever became of the fetch, where anything was missing: what was fetched, as JSON, by
   * the index of the question. What is left out is not kept.
   */
  keep(fetched: ReadonlyMap<number, string>): void;
}

/** Keeps answers of subgraphs between operations. Only queries ask it. */
export interface FetchCache<Context> {
  /** Undefined where nothing may be kept for this caller at present. Never rejects. */
  look(
    questions: readonly CacheQuestion[],
    context: Context,
    signal?: AbortSignal,
  ): Promise<Lookup | undefined>;
  /** Told of each fetch of a query how fresh its answer is; undefined where nobody may keep it. */
  served(context: Context, freshness: Freshness | undefined): void;
}
