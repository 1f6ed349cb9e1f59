import { eventually, type TestRoom } from '@propertea/testkit';

const WAVE = 40;
const WAVE_MS = 50;
const SETTLE_MS = 240_000;

/** One line of the table that says what a fault did. */
export interface FaultReport {
  fault: string;
  /** Events a second, written while the fault lasted. */
  load: number;
  sent: number;
  effects: number;
  lost: number;
  doubled: number;
}

/** Events that are written without a pause while something goes wrong. */
export class Load {
  #sent = 0;
  #writing: Promise<void> | undefined;
  #isOver = false;
  readonly #begun = performance.now();

  constructor(
    private readonly room: TestRoom,
    private readonly title: string,
  ) {
    this.#writing = this.#write();
  }

  get sent(): number {
    return this.#sent;
  }

  /** So many of this title were sent past the outbox. */
  also(count: number): void {
    this.#sent += count;
  }

  /** Waits until so many more events than now have had their effect. */
  async progress(count = 200): Promise<void> {
    const { events } = await this.effects();
    await eventually(
      () => this.effects(),
      (seen) => seen.events >= events + count,
      SETTLE_MS,
    );
  }

  /** Waits until so many more events than now are written. */
  async more(count = 400): Promise<void> {
    const until = this.#sent + count;
    await eventually(
      () => this.#sent,
      (sent) => sent >= until,
      SETTLE_MS,
    );
  }

  /** Writes nothing more, waits until everything has had its effect, and reports. */
  async end(fault: string): Promise<FaultReport> {
    const seconds = (performance.now() - this.#begun) / 1_000;
    this.#isOver = true;
    await this.#writing;
    const { sent } = this;
    return countEffects(this.room, this.title, { fault, load: Math.round(sent / seconds), sent });
  }

  effects(): Promise<Effects> {
    return effectsOf(this.room, this.title);
  }

  async #write(): Promise<void> {
    while (!this.#isOver) {
      const next = new Promise((resolve) => setTimeout(resolve, WAVE_MS));
      // Where the database is away, nothing was written: the next wave tries again.
      const written = await this.room
        .sql<{ count: number }>(
          `with written as (
             insert into kiosk.outbox (id, organization_id, type, subject, sequence, at, correlation_id, data)
             select uuidv7(), uuidv7(), 'paper.printed.v1', n::text, 1, now(), 'fault', jsonb_build_object('title', $1::text)
             from generate_series(1, $2::int) n returning 1)
           select count(*)::int as count from written`,
          [this.title, WAVE],
        )
        .catch(() => []);
      this.#sent += written[0]?.count ?? 0;
      await next;
    }
  }
}

interface Effects {
  effects: number;
  events: number;
}

async function effectsOf(room: TestRoom, title: string): Promise<Effects> {
  const [row] = await room
    .sql<Effects>(
      `select count(*)::int as effects, count(distinct (organization_id, event_id))::int as events
       from kiosk.sightings where title = $1`,
      [title],
    )
    .catch(() => []);
  return row ?? { effects: 0, events: 0 };
}

/** Waits until the room has come to rest and tells what became of the events of this title. */
async function countEffects(
  room: TestRoom,
  title: string,
  { fault, load, sent }: Pick<FaultReport, 'fault' | 'load' | 'sent'>,
): Promise<FaultReport> {
  await eventually(
    () => effectsOf(room, title),
    ({ events }) => events >= sent,
    SETTLE_MS,
  ).catch(() => undefined);
  await eventually(() => room.room.isIdle().catch(() => false), Boolean, SETTLE_MS);
  const { effects, events } = await effectsOf(room, title);
  return { fault, load, sent, effects, lost: sent - events, doubled: effects - events };
}
