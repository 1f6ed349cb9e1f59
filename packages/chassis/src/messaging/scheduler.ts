import type { EntityManager } from '@mikro-orm/postgresql';
import { type Clock, newId, systemIdentity } from '@propertea/kernel';
import type { Logger } from 'pino';
import type { RoomMetrics } from '../metrics/room-metrics.js';
import { tellableMessage } from '@propertea/observability';
import { Journal, type Store, workerSession } from '../store/index.js';
import { Loop } from './loop.js';
import type { Schedule } from './schedule.js';
import { type DueMoment, moveOn, noteFailure, takeMoment, untilNext } from './schedule-table.js';

const POLL_MS = 2_000;
/** Moments of different organizations run side by side, so many at a time: each waits for the database most of its time. */
const LANES = 3;

/**
 * Runs a room's schedules when their moments come: each moment once, in one transaction with its
 * effect. Woken by the next due moment and by commits of this process; polls for those of others.
 */
export class Scheduler {
  readonly #schedules: ReadonlyMap<string, Schedule>;
  readonly #names: readonly string[];
  readonly #loop = new Loop(
    () => this.#runAll(),
    (error) => this.#failed(error),
  );
  #poll: NodeJS.Timeout | undefined;
  #alarm: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(
    private readonly store: Store,
    schedules: readonly Schedule[],
    private readonly clock: Clock,
    private readonly logger: Logger,
    /** Called after a run that may have left facts in the outbox. */
    private readonly published: () => void,
    private readonly counts?: Pick<RoomMetrics, 'ran'>,
  ) {
    this.#schedules = new Map(schedules.map((schedule) => [schedule.name, schedule]));
    this.#names = [...this.#schedules.keys()];
    if (this.#names.length < schedules.length) {
      throw new Error(`Two schedules of ${store.room} have the same name.`);
    }
  }

  start(): void {
    if (this.#names.length === 0) return;
    this.#poll = setInterval(this.wake, POLL_MS);
    this.#poll.unref();
    this.wake();
  }

  /** To be called after a commit: a moment may have been set that is due. */
  wake = (): void => {
    if (!this.#stopped && this.#names.length > 0) this.#loop.run();
  };

  /** Whether no moment is due; those that wait after a failure do not count. Wakes up for the others. */
  async isIdle(): Promise<boolean> {
    if (this.#names.length === 0) return true;
    const wait = await this.#untilNext();
    if (wait === 0) this.wake();
    return wait !== 0;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#poll);
    clearTimeout(this.#alarm);
    await this.#loop.stop();
    clearTimeout(this.#alarm);
  }

  async #runAll(): Promise<void> {
    const lanes = await Promise.allSettled(Array.from({ length: LANES }, () => this.#runLane()));
    const failed = lanes.find((lane) => lane.status === 'rejected');
    if (failed) throw failed.reason;
    if (this.#stopped) return;
    const wait = await this.#untilNext();
    clearTimeout(this.#alarm);
    // Zero: its turn is another process's. What lies further off is found by a poll in time.
    if (wait === null || wait === 0 || wait > POLL_MS) return;
    this.#alarm = setTimeout(this.wake, wait);
    this.#alarm.unref();
  }

  async #runLane(): Promise<void> {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    while (!this.#stopped && (await this.#runOne()));
  }

  /** Runs the earliest due moment; false where there is none. A failure leaves only its note. */
  async #runOne(): Promise<boolean> {
    let taken: DueMoment | undefined;
    try {
      const found = await this.store.transaction(workerSession(this.store.room), async (em) => {
        const moment = await takeMoment(em, this.store.room, this.#names, this.clock.now());
        if (typeof moment === 'string') return moment;
        taken = moment;
        await this.#run(em, moment);
        return moment;
      });
      if (typeof found === 'string') return found === 'again';
      this.#ran('done', found);
      this.published();
      return true;
    } catch (error) {
      if (!taken) throw error;
      this.#ran('failed', taken);
      await this.#refuse(taken, error);
      return true;
    }
  }

  async #run(em: EntityManager, moment: DueMoment): Promise<void> {
    const { organizationId, key, dueAt } = moment;
    const { room } = this.store;
    const schedule = this.#schedules.get(moment.name);
    if (!schedule) throw new Error(`${room} has no schedule "${moment.name}".`);
    const now = this.clock.now();
    const actor = {
      identity: systemIdentity(organizationId),
      requestId: newId(),
      traceparent: null,
    };
    const journal = new Journal(room, em, actor, organizationId, now);
    await journal.enter(organizationId);
    const { audit, emit } = journal;
    const next = await schedule.run({ organizationId, key, dueAt, now, em, audit, emit, journal });
    if (next !== null && !(next > dueAt)) {
      throw new Error(`"${moment.name}" must be due next after ${dueAt.toISOString()}.`);
    }
    await em.flush();
    await journal.write();
    await moveOn(em, room, moment, next);
  }

  async #refuse(moment: DueMoment, error: unknown): Promise<void> {
    const { organizationId, name, key, dueAt, attempts } = moment;
    const which = { schedule: name, organizationId, key, dueAt, attempts: attempts + 1 };
    this.logger.error({ err: error, ...which }, 'due moment failed');
    const reason = tellableMessage(error);
    await this.store.transaction(workerSession(this.store.room), (em) =>
      noteFailure(em, this.store.room, moment, reason, this.clock.now()),
    );
  }

  #ran(outcome: 'done' | 'failed', { dueAt }: DueMoment): void {
    this.counts?.ran(outcome, (this.clock.now().getTime() - dueAt.getTime()) / 1_000);
  }

  #untilNext(): Promise<number | null> {
    return this.store.transaction(workerSession(this.store.room), (em) =>
      untilNext(em, this.store.room, this.#names, this.clock.now()),
    );
  }

  /** The next poll tries again. */
  #failed(error: unknown): void {
    if (!this.#stopped) this.logger.error({ err: error }, 'schedules do not run');
  }
}
