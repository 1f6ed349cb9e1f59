import type { EntityManager } from '@mikro-orm/postgresql';
import { type Clock, newId, systemIdentity } from '@propertea/kernel';
import type { Logger } from 'pino';
import { Journal, snapshotSession, type Store, workerSession } from '../store/index.js';
import { Loop } from './loop.js';
import type { Snapshot } from './snapshot.js';

const POLL_MS = 2_000;
const BATCH = 500;

/**
 * Publishes a room's state anew when asked to (`requestSnapshots`): batch by batch, each in one
 * transaction with how far it got, so that a restart goes on where it was.
 */
export class SnapshotPublisher {
  readonly #snapshots: ReadonlyMap<string, Snapshot>;
  readonly #loop = new Loop(
    () => this.#publishAll(),
    (error) => this.#failed(error),
  );
  #poll: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(
    private readonly store: Store,
    snapshots: readonly Snapshot[],
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly published: () => void,
  ) {
    this.#snapshots = new Map(snapshots.map((snapshot) => [snapshot.contract.type, snapshot]));
  }

  async start(): Promise<void> {
    const { room } = this.store;
    const types = `{${[...this.#snapshots.keys()].join(',')}}`;
    await this.store.transaction(workerSession(room), async (em) => {
      await em.execute(`delete from ${room}.snapshots where type <> all (?::text[])`, [types]);
      await em.execute(
        `insert into ${room}.snapshots (type) select unnest(?::text[]) on conflict do nothing`,
        [types],
      );
    });
    if (this.#snapshots.size === 0) return;
    this.#poll = setInterval(() => this.#wake(), POLL_MS);
    this.#poll.unref();
    this.#wake();
  }

  /** Whether nothing is left to publish; wakes up for what is. */
  async isIdle(): Promise<boolean> {
    if (this.#snapshots.size === 0) return true;
    const [row] = await this.store.transaction(snapshotSession(this.store.room), (em) =>
      em.execute<{ idle: boolean }[]>(
        `select not exists (select from ${this.store.room}.snapshots where ${WANTED}) as idle`,
      ),
    );
    if (row?.idle === false) this.#wake();
    return row?.idle ?? true;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#poll);
    await this.#loop.stop();
  }

  #wake(): void {
    if (!this.#stopped) this.#loop.run();
  }

  async #publishAll(): Promise<void> {
    const session = snapshotSession(this.store.room);
    while (!this.#stopped && (await this.store.transaction(session, (em) => this.#publish(em)))) {
      this.published();
    }
  }

  async #publish(em: EntityManager): Promise<boolean> {
    const { room } = this.store;
    const [round] = await em.execute<{ type: string; after: string | null }[]>(
      `select type, after from ${room}.snapshots where ${WANTED} order by type limit 1 for update skip locked`,
    );
    const snapshot = round && this.#snapshots.get(round.type);
    if (!round || !snapshot) return false;
    const facts = await snapshot.rows(em, round.after, BATCH);
    const now = this.clock.now();
    const actor = { identity: systemIdentity(), requestId: newId(), traceparent: null };
    const journal = new Journal(room, em, actor, null, now);
    for (const { id, organizationId, sequence, data } of facts) {
      const parsed = snapshot.contract.data.parse(data);
      journal.factRow(snapshot.contract, id, sequence, parsed, organizationId);
    }
    await journal.write();
    await em.execute(
      `update ${room}.snapshots set after = coalesce(?::uuid, after), published = published + ?, finished_at = ? where type = ?`,
      [
        facts.at(-1)?.id ?? null,
        facts.length,
        facts.length < BATCH ? now : null,
        snapshot.contract.type,
      ],
    );
    return true;
  }

  /** The next poll goes on. */
  #failed(error: unknown): void {
    if (!this.#stopped) this.logger.error({ err: error }, 'snapshots are not published');
  }
}

const WANTED = 'requested_at is not null and finished_at is null';
