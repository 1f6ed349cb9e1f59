import type { Logger } from '@propertea/chassis/runtime';
import { type EntryStore, type FetchCache, KeptAnswers, memoryStore } from '@propertea/executor';
import type { Identity } from '@propertea/kernel';
import { changeEvents } from '@propertea/schema/events';
import type { RequestContext } from '../executor/executor.js';
import type { KeyValue } from '../key-value/key-value.js';
import type { EventHub } from '../live/event-hub.js';
import type { LiveEvent } from '../live/live-event.js';
import { readerOf } from './reader.js';
import { tagsChangedBy, tagsOf, tagsWrittenBy } from './tags.js';

const CHANNEL = 'cache';
/** By when other rooms have taken over what they keep of a company, such as its code in references of units. */
const COPIED_MS = 2_000;

export interface AnswerCacheParts {
  enabled: boolean;
  bytes: number;
  /** Shared by all gateways; without it each keeps its own and tells the others what is written. */
  store?: EntryStore | undefined;
  hub: EventHub;
  keyValue: Pick<KeyValue, 'publish' | 'subscribe'>;
  logger: Pick<Logger, 'warn'>;
}

/**
 * What rooms said, kept as `@cacheControl` allows it, until the house's events, or a mutation through a gateway,
 * say that it changed. While events may be missed nothing private is read or kept.
 */
export class AnswerCache {
  readonly #store: EntryStore;
  readonly #types = new Set(changeEvents.map(({ type }) => type));
  #unsubscribe: (() => Promise<void>) | undefined;

  /** Undefined where nothing is to be kept. */
  readonly fetches: FetchCache<RequestContext> | undefined;

  constructor(private readonly parts: AnswerCacheParts) {
    const { bytes, enabled, hub, store } = parts;
    this.#store = store ?? memoryStore(bytes);
    this.fetches = enabled
      ? new KeptAnswers<RequestContext>({
          store: this.#store,
          readerOf: ({ part }, { identity }) =>
            part.scope === 'PUBLIC' || hub.isOpen ? readerOf(part, identity) : undefined,
          tagsOf: (question, { identity }) => tagsOf(question, identity),
          served: ({ freshness }, fetch) => freshness?.note(fetch),
        })
      : undefined;
  }

  /** Begins to hear of changes; what was kept before may have been missed some of them. */
  async start(): Promise<void> {
    const { enabled, hub, keyValue, store } = this.parts;
    if (!enabled) return;
    hub.want(this.#types);
    hub.watch({
      event: (event) => {
        if (this.#types.has(event.type)) this.#changedBy(event);
      },
      lost: () => void this.#store.clear(),
    });
    await this.#store.clear();
    if (store) return;
    this.#unsubscribe = await keyValue.subscribe(CHANNEL, {
      message: (text) => void this.#store.change(JSON.parse(text) as string[]),
      gap: () => void this.#store.clear(),
    });
  }

  #changedBy(event: LiveEvent): void {
    const tags = tagsChangedBy(event);
    void this.#store.change(tags, event.id);
    if (!event.name.startsWith('company.')) return;
    setTimeout(() => void this.#store.change(tags, `${event.id} copied`), COPIED_MS).unref();
  }

  /** To be awaited before a mutation is answered: what was written is read from then on, at every gateway. */
  async changed(rooms: ReadonlySet<string>, identity: Identity): Promise<void> {
    const tags = tagsWrittenBy(rooms, identity);
    if (!this.fetches || tags.length === 0) return;
    await this.#store.change(tags);
    if (!this.parts.store) await this.parts.keyValue.publish(CHANNEL, JSON.stringify(tags));
  }

  async stop(): Promise<void> {
    await this.#unsubscribe?.();
    if (!this.parts.store) await this.#store.close();
  }
}
