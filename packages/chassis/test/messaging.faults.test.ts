import { jest } from '@jest/globals';
import {
  describeWithBroker,
  eventually,
  Line,
  type OwnDatabase,
  ownDatabase,
  startTestRoom,
  TestClock,
  type TestRoom,
} from '@propertea/testkit';
import { kiosk } from './kiosk/subgraph.js';
import { type Carrier, paperEnvelope, rabbitCarrier } from './support/carriers.js';
import { type FaultReport, Load } from './support/fault-load.js';

jest.setTimeout(600_000);

const ROUNDS = 5;
/** The kiosk cannot stomach titles that begin with "poison". */
const titleOf = (fault: string) => `under ${fault}`;
const CLEAN = { lost: 0, doubled: 0 };

describeWithBroker('facts over a RabbitMQ that suffers', (broker) => {
  const clock = new TestClock();
  const table: FaultReport[] = [];
  let database: OwnDatabase;
  let line: Line;
  let room: TestRoom;
  let carrier: Carrier;

  beforeAll(async () => {
    database = await ownDatabase([kiosk]);
    line = await Line.to(broker().port);
    const url = new URL(broker().url);
    url.port = String(line.port);
    room = await startTestRoom(kiosk, {}, { amqpUrl: url.href, database, clock });
    carrier = rabbitCarrier(() => broker().url);
  });
  afterAll(async () => {
    console.table(table);
    await room?.stop();
    await line?.close();
    await database?.drop();
  });

  /** Lets `happen` happen under load; every event must then have had its one effect. */
  async function underLoad(fault: string, happen: (load: Load) => Promise<void>): Promise<void> {
    const load = new Load(room, titleOf(fault));
    let failure: unknown;
    try {
      await load.progress();
      await happen(load);
      await load.progress();
    } catch (error) {
      failure = error;
    }
    const report = await load.end(fault);
    table.push(report);
    if (failure) throw failure;
    expect(report).toMatchObject(CLEAN);
    const dead = await carrier.letters().page({}, { first: 1 });
    expect(dead.edges).toEqual([]);
  }

  /** Waits until so many are dead, and deletes them. */
  async function purged(count: number): Promise<void> {
    const dead = async () => {
      const page = await carrier.letters().page({ room: 'kiosk' }, { first: 1 });
      return page.totalCount();
    };
    await eventually(dead, (found) => found === count);
    expect(await carrier.letters().purge({ room: 'kiosk' })).toBe(count);
  }

  it('R50: the broker is killed and comes back', () =>
    underLoad('RabbitMQ killed and restarted', async (load) => {
      for (let round = 0; round < 2; round++) {
        await broker().kill();
        await load.more();
        await broker().start();
        await load.progress();
      }
    }));

  it('R50: the relay dies between publishing and marking', async () => {
    // Every third mark ends its own backend: what the broker has confirmed stays unmarked.
    await room.sql(`create sequence kiosk.marks;
      create function kiosk.die() returns trigger language plpgsql security definer as $$ begin
        if nextval('kiosk.marks') % 3 = 0 then perform pg_terminate_backend(pg_backend_pid()); end if;
        return null; end $$;
      create trigger dies after update on kiosk.outbox for each statement execute function kiosk.die()`);
    await underLoad('relay killed between publish and mark', async (load) => {
      const marks = async () => {
        const [row] = await room.sql<{ marks: number }>(
          'select last_value::int as marks from kiosk.marks',
        );
        return row?.marks ?? 0;
      };
      await eventually(marks, (count) => count >= 10 * 3);
      await room.sql(
        'drop trigger dies on kiosk.outbox; drop function kiosk.die; drop sequence kiosk.marks',
      );
      await load.more();
    });
  });

  it('R50: the consumer dies between effect and acknowledgement', () =>
    underLoad('consumer killed between effect and ack', async (load) => {
      for (let round = 0; round < ROUNDS; round++) {
        line.deafen('consumes');
        // Fifty acknowledgements, of what has had its effect: the broker never hears of them.
        await eventually(
          () => line.swallowed,
          (bytes) => bytes > 50 * 21,
        );
        line.cut();
        await load.progress();
      }
    }));

  it('R50: poison lies among the others', () =>
    underLoad('poison message', async (load) => {
      const poison = [paperEnvelope('shapeless', { data: {} }), { no: 'envelope' }, 'no JSON'];
      for (let round = 0; round < ROUNDS; round++) {
        await carrier.send(poison);
        await load.progress(100);
      }
      await purged(ROUNDS * poison.length);
    }));

  it('R50: messages come three times and out of order', () =>
    underLoad('duplicated and reordered delivery', async (load) => {
      const messages = Array.from({ length: 2_000 }, () =>
        paperEnvelope(titleOf('duplicated and reordered delivery')),
      );
      // Each step and the number of messages have no common divisor: every one comes once a round.
      const shuffled = [37, 1_003, 1_999].flatMap((step) =>
        messages.flatMap((_message, n) => messages[(n * step) % messages.length] ?? []),
      );
      load.also(messages.length);
      await carrier.send(shuffled);
    }));

  it('R50: another room publishes in this room’s name, and this one what it may not', () =>
    underLoad('an event published by the wrong room', async (load) => {
      const strangers = Array.from({ length: 200 }, (_, n) =>
        paperEnvelope('foreign', { source: n % 2 === 0 ? '/rooms/elsewhere' : '/rooms/kiosk ' }),
      );
      await carrier.send(strangers);
      await load.more();
      await purged(strangers.length);
      expect(await room.sql(`select from kiosk.sightings where title = 'foreign'`)).toEqual([]);
    }));

  it('R50: the broker has no room on its disk for a while, and blocks who publishes', () =>
    underLoad('disk alarm, connections blocked', async (load) => {
      const unsent = async () => {
        const [row] = await room.sql<{ count: number }>(
          'select count(*)::int as count from kiosk.outbox where published_at is null',
        );
        return row?.count ?? 0;
      };
      for (let round = 0; round < 2; round++) {
        await broker().control('set_disk_free_limit', '1000000000000000');
        await eventually(unsent, (count) => count > 400);
        await broker().control('set_disk_free_limit', '1000000');
        await load.progress();
      }
    }));

  it('R50: the clock jumps ahead and back', () =>
    underLoad('the clock jumps by days', async (load) => {
      for (const days of [1, -1, -30, 60]) {
        clock.advance({ days });
        await load.progress();
      }
      // A process that starts in that future tidies up, and what was sent comes again.
      const amqpUrl = broker().url;
      const future = await startTestRoom(kiosk, {}, { amqpUrl, database, clock });
      await room.sql('update kiosk.outbox set published_at = null');
      await load.progress();
      await future.stop();
      clock.advance({ days: -30 });
    }));

  it('R50: PostgreSQL is killed and comes back', () =>
    underLoad('PostgreSQL killed and restarted', async (load) => {
      for (let round = 0; round < 3; round++) {
        await database.kill();
        await database.start();
        await load.progress();
      }
    }));
});
