import type { EventFeed, FeedLogger } from './event-feed.js';
import { type LiveEvent, readEvent } from './live-event.js';
import { RecentIds } from './recent-ids.js';

const REMEMBERED = 4_096;

/** One who is told of events. */
export interface HubListener {
  event(event: LiveEvent): void;
  /** Events may have been missed. */
  lost(): void;
}

/** Tells the subscriptions of this process of what its feed brings, each of its own organization only. */
export class EventHub {
  readonly #byOrganization = new Map<string, Set<HubListener>>();
  readonly #recent = new RecentIds(REMEMBERED);
  readonly #watchers = new Set<HubListener>();

  /** Begins to read the feed, which stays open until whoever opened it closes it. */
  constructor(
    private readonly feed: EventFeed,
    private readonly logger: FeedLogger,
  ) {
    feed.start({ event: (envelope) => this.#told(envelope), lost: () => this.#lost() });
  }

  /** Whether what happens from now on is told. */
  get isOpen(): boolean {
    return this.feed.isOpen;
  }

  /** How many listen. */
  get listeners(): number {
    let count = 0;
    for (const listeners of this.#byOrganization.values()) count += listeners.size;
    return count;
  }

  want(types: Iterable<string>): void {
    this.feed.want(types);
  }

  /** Returns how to stop listening. */
  listen(organizationId: string, listener: HubListener): () => void {
    const known = this.#byOrganization.get(organizationId);
    if (known) known.add(listener);
    else this.#byOrganization.set(organizationId, new Set([listener]));
    return () => {
      const listeners = this.#byOrganization.get(organizationId);
      if (listeners?.delete(listener) && listeners.size === 0) {
        this.#byOrganization.delete(organizationId);
      }
    };
  }

  /** Tells of the events of all organizations, before anybody who listens to one. */
  watch(listener: HubListener): void {
    this.#watchers.add(listener);
  }

  #told(envelope: unknown): void {
    let event: LiveEvent | undefined;
    try {
      event = readEvent(envelope);
    } catch (error) {
      this.logger.warn({ err: error }, 'an event that is none is not told');
      return;
    }
    if (!event || !this.#recent.isNew(event.id)) return;
    for (const watcher of this.#watchers) watcher.event(event);
    for (const listener of this.#byOrganization.get(event.organizationId) ?? []) {
      listener.event(event);
    }
  }

  #lost(): void {
    // Whoever is told ends, and so leaves the sets that are walked.
    const everybody = [...this.#byOrganization.values()].flatMap((listeners) => [...listeners]);
    for (const listener of [...this.#watchers, ...everybody]) listener.lost();
  }
}
