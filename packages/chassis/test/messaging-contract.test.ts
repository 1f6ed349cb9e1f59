import {
  describeWith,
  describeWithBroker,
  eventually,
  Line,
  Queues,
  rabbitmq,
  startTestRoom,
  type TestRoom,
} from '@propertea/testkit';
import { deadQueueOf, EXCHANGE, queueOf, RabbitDeadLetters } from '@propertea/chassis/messaging';
import { kiosk } from './kiosk/subgraph.js';
import { transportContract } from './support/transport-contract.js';

describe('facts over Postgres', () => {
  transportContract(() => undefined);
});

describeWith(rabbitmq, 'facts over RabbitMQ', transportContract);

// The long versions, under load, are in messaging.faults.test.ts.
describeWithBroker('facts over a RabbitMQ that is lost', (broker) => {
  let line: Line;
  let room: TestRoom;
  beforeAll(async () => {
    line = await Line.to(broker().port);
    const url = new URL(broker().url);
    url.port = String(line.port);
    room = await startTestRoom(kiosk, {}, { amqpUrl: url.href });
  });
  afterAll(async () => {
    await room?.stop();
    await line?.close();
  });

  /** Writes 50 facts; the room finds them when it next looks. */
  const write = (title: string) =>
    room.sql(
      `insert into kiosk.outbox (id, organization_id, type, subject, sequence, at, correlation_id, data)
       select gen_random_uuid(), gen_random_uuid(), 'paper.printed.v1', n::text, 1, now(), 'lost', jsonb_build_object('title', $1::text)
       from generate_series(1, 50) n`,
      [title],
    );
  const count = async (sql: string, title: string) => {
    const [row] = await room.sql<{ count: number }>(`select count(*)::int as count ${sql}`, [
      title,
    ]);
    return row?.count ?? 0;
  };
  const sightings = (title: string) => count('from kiosk.sightings where title = $1', title);
  const settled = async (title: string) => {
    await eventually(
      () => sightings(title),
      (seen) => seen >= 50,
    );
    await eventually(() => room.room.isIdle().catch(() => false), Boolean);
    expect(await sightings(title)).toBe(50);
  };

  it('R50: what had its effect and was not acknowledged has it once', async () => {
    line.deafen('consumes');
    await write('unheard');
    await eventually(
      () => sightings('unheard'),
      (seen) => seen === 50,
    );
    line.cut();
    await settled('unheard');
  });

  it('a room whose queue is deleted under it makes it again and goes on', async () => {
    await new Queues(broker().url).remove(queueOf('kiosk'));
    await eventually(
      () => new Queues(broker().url).consumers(queueOf('kiosk')).catch(() => 0),
      (consumers) => consumers === 1,
    );
    await write('again');
    await settled('again');
  });

  it('a refused fact that no queue would take is kept', async () => {
    await new Queues(broker().url).remove(deadQueueOf('kiosk'));
    await new Queues(broker().url).publish(EXCHANGE, 'paper.printed.v1');
    const letters = new RabbitDeadLetters(broker().url, ['kiosk']);
    await eventually(
      async () => (await letters.page({}, { first: 1 })).edges.length,
      (dead) => dead === 1,
    );
    expect(await letters.purge({ all: true })).toBe(1);
  });

  it('R50: what a broker without room on its disk does not take is sent later', async () => {
    await broker().control('set_disk_free_limit', '1000000000000000');
    await write('blocked');
    await broker().control('set_disk_free_limit', '1000000');
    await settled('blocked');
  });

  it('R50: what is written while the broker is dead is sent when it is back', async () => {
    await broker().kill();
    await write('dead');
    await broker().start();
    await settled('dead');
  });
});
