import type { Logger } from '@propertea/chassis/runtime';
import { coordinatesOf } from '@propertea/schema/documents';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { setImmediate } from 'node:timers/promises';
import { keyOf, UsageDay } from './usage-day.js';
import type { Asked, UsageLimits } from './usage-day.js';
import { dayOf } from './usage-store.js';
import type { UsageStore } from './usage-store.js';

/** Different operations that wait to be looked at; more of them are only counted as missed. */
const MAX_WAITING = 2_000;

/** One operation that was valid, as the door saw it. */
export interface UsedOperation extends Asked {
  document: DocumentNode;
  /** What it was validated against. */
  schema: GraphQLSchema;
}

interface Waiting {
  operation: UsedOperation;
  count: number;
}

/**
 * Counts who asks what. A request only adds one to a number; documents are looked at and days are written
 * beside the requests, and nothing that fails there is felt by anybody.
 */
export class UsageRecorder {
  #waiting = new Map<string, Waiting>();
  #missed = 0;
  #day: UsageDay | undefined;
  #flushing: Promise<void> | undefined;
  #isUnwritten = false;
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly parts: {
      store: UsageStore;
      limits: UsageLimits;
      flushMs: number;
      logger: Logger;
      now?: () => Date;
    },
  ) {
    this.#timer = setInterval(() => void this.flush(), parts.flushMs);
    this.#timer.unref();
  }

  count(operation: UsedOperation): void {
    const key = keyOf(operation);
    const waiting = this.#waiting.get(key);
    if (waiting) waiting.count += 1;
    else if (this.#waiting.size < MAX_WAITING) this.#waiting.set(key, { operation, count: 1 });
    else this.#missed += 1;
  }

  /** Writes what was counted. Never rejects; what could not be written is written the next time. */
  flush(): Promise<void> {
    this.#flushing ??= this.#flush()
      .catch((error: unknown) => {
        this.parts.logger.warn({ err: error }, 'usage could not be written');
      })
      .finally(() => (this.#flushing = undefined));
    return this.#flushing;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#flushing;
    await this.flush();
  }

  async #flush(): Promise<void> {
    const waiting = this.#waiting;
    const missed = this.#missed;
    this.#waiting = new Map();
    this.#missed = 0;
    const day = await this.#today();
    if (missed > 0) day.miss(missed);
    for (const { operation, count } of waiting.values()) {
      if (day.countKnown(operation, count)) continue;
      const coordinates = coordinatesOf(operation.document, operation.schema);
      day.count(operation, count, coordinates);
      // oxlint-disable-next-line no-await-in-loop -- requests come first
      await setImmediate();
    }
    this.#isUnwritten ||= waiting.size > 0 || missed > 0;
    if (this.#isUnwritten) await this.#write(day);
  }

  /** A new day begins with the flush after midnight. */
  async #today(): Promise<UsageDay> {
    const today = dayOf(this.parts.now?.() ?? new Date());
    const before = this.#day;
    if (before?.day === today) return before;
    const next = new UsageDay(today, this.parts.limits);
    this.#day = next;
    if (before) {
      const isUnwritten = this.#isUnwritten;
      this.#isUnwritten = false;
      if (isUnwritten) await this.parts.store.write(before).catch(() => undefined);
      this.parts.store.forget(before.day);
    }
    return next;
  }

  async #write(day: UsageDay): Promise<void> {
    const isWritten = await this.parts.store.write(day);
    this.#isUnwritten = false;
    if (!isWritten)
      this.parts.logger.warn({ day: day.day }, 'too many processes count usage today');
  }
}
