/** Who is told what a feed brings. */
export interface FeedReceiver {
  /** An envelope as it was published, not yet looked at; in the order in which they came. */
  event(envelope: unknown): void;
  /** Events may have been missed since the last one: the connection was lost, or they came too fast. */
  lost(): void;
}

/**
 * The house's events as they are published, to every gateway process by itself: RabbitMQ, or PostgreSQL
 * where facts travel through the database. Nothing is kept for a gateway that is not there.
 */
export interface EventFeed {
  /** Whether every event of the wanted types that is published from now on arrives. */
  readonly isOpen: boolean;
  /** Begins to connect, and connects again whenever the connection is lost, until it is closed. */
  start(receiver: FeedReceiver): void;
  /** Has events of these wire types come as well. */
  want(types: Iterable<string>): void;
  close(): Promise<void>;
}

/** What a feed needs of a logger (pino fits). */
export interface FeedLogger {
  warn(details: object, message: string): void;
}

/** For a gateway that was told of no transport: nothing can be subscribed to. */
export const closedFeed: EventFeed = {
  isOpen: false,
  start: () => undefined,
  want: () => undefined,
  close: async () => undefined,
};
