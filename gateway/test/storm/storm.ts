import { heapMb } from '../heap.js';
import { until } from '../until.js';
import { audit, hasBegun, markOf } from './audit.js';
import type { WatchReport } from './audit.js';
import { StormCaller } from './caller.js';
import type { StormHouse } from './house.js';
import { Publisher } from './publisher.js';
import { Queries } from './queries.js';
import { QueryTally } from './tally.js';
import { Watcher } from './watcher.js';

/** So many ask at a time by token, and by cookie: whoever waits for sessions keeps nobody else from asking. */
const WIDTH = { bearer: 8, cookie: 3 };

const PATIENCE_MS = 300_000;
/** Everybody is well who was so for this long. */
const WELL_MS = 1_000;

/** What became of everything that was under way while something suffered. */
export interface StormReport {
  fault: string;
  seconds: number;
  /** From the end of what happened until every query was right and every watcher was told of something new. */
  recoveredMs: number;
  queries: QueryTally;
  subscriptions: WatchReport;
  events: number;
  /** What the process held before and after, in MB. */
  heap: { before: number; after: number };
}

/** Callers, each of their own identity, who ask and who watch, and events that come to them all the time. */
export class Storm {
  readonly callers: StormCaller[];
  readonly watchers: Watcher[];
  readonly publisher: Publisher;

  /** Two watchers for each caller, one of which also reads the subscription of a room; every fifth caller comes by cookie. */
  constructor(
    private readonly house: StormHouse,
    amqpUrl: () => string,
    callers: number,
  ) {
    this.callers = Array.from(
      { length: callers },
      (_, number) => new StormCaller(number, number % 5 === 0 ? 'cookie' : 'bearer', house),
    );
    this.watchers = this.callers.flatMap((caller) => [
      new Watcher(house.url, caller, true),
      new Watcher(house.url, caller, false),
    ]);
    this.publisher = new Publisher(amqpUrl);
  }

  async begin(): Promise<void> {
    for (const caller of this.callers) await caller.signIn();
    await this.publisher.publishToAll();
    for (const watcher of this.watchers) watcher.start();
    this.publisher.start();
    await this.everybodyHears();
  }

  async end(): Promise<void> {
    for (const watcher of this.watchers) watcher.stop();
    await this.publisher.stop();
  }

  /** Waits until every watcher has an open subscription, and each was told of one event more. */
  async everybodyHears(): Promise<void> {
    await until(() => this.watchers.every(({ open }) => hasBegun(open)), PATIENCE_MS);
    const probes = await this.publisher.publishToAll();
    await until(
      () =>
        this.watchers.every((watcher) => {
          const probe = probes.get(watcher.caller.organizationId) ?? 0;
          return (watcher.open?.heard.at(-1) ?? 0) >= probe;
        }),
      PATIENCE_MS,
    );
  }

  /**
   * Lets `happen` happen under load, then waits until everybody hears again. It is over when `happen` says
   * so, or else when it resolves.
   */
  async under(
    fault: string,
    happen: (tally: QueryTally, isOver: () => void) => Promise<void>,
  ): Promise<StormReport> {
    const before = heapMb();
    const begun = Date.now();
    const since = markOf(this.watchers);
    const sent = this.publisher.sent;
    const tally = new QueryTally();
    const queries = new Queries(this.house.url, tally);
    const ticking = setInterval(() => this.house.tick(), 1_000);
    for (const credential of ['bearer', 'cookie'] as const) {
      const callers = this.callers.filter((caller) => caller.credential === credential);
      queries.start(callers, WIDTH[credential]);
    }
    let over: number | undefined;
    let heard: number;
    try {
      await happen(tally, () => (over = Date.now()));
      over ??= Date.now();
      await this.everybodyHears();
      heard = Date.now();
      // A breaker stays open for a while after its room has come back.
      await until(() => Date.now() - Math.max(heard, tally.troubledAt) > WELL_MS, PATIENCE_MS);
    } finally {
      clearInterval(ticking);
      await queries.stop();
    }
    return {
      fault,
      seconds: Math.round((Date.now() - begun) / 1_000),
      recoveredMs: Math.max(heard, tally.troubledAt) - over,
      queries: tally,
      subscriptions: audit(this.watchers, this.publisher, since),
      events: this.publisher.sent - sent,
      heap: { before, after: heapMb() },
    };
  }
}
