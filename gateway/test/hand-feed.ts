import type { EventFeed, FeedReceiver } from '../src/live/event-feed.js';

/** A feed that brings what a test gives it. */
export class HandFeed implements EventFeed {
  isOpen = true;
  readonly wanted = new Set<string>();
  #receiver: FeedReceiver | undefined;

  start(receiver: FeedReceiver): void {
    this.#receiver = receiver;
  }

  want(types: Iterable<string>): void {
    for (const type of types) this.wanted.add(type);
  }

  bring(...envelopes: unknown[]): void {
    for (const envelope of envelopes) this.#receiver?.event(envelope);
  }

  lose(): void {
    this.#receiver?.lost();
  }

  async close(): Promise<void> {
    this.isOpen = false;
  }
}
