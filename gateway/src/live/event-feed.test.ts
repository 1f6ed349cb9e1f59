import { describeWithBroker, eventually, type Broker } from '@propertea/testkit';
import { connect } from 'amqplib';
import { once } from 'node:events';
import { connect as dial, createServer, type AddressInfo, type Socket } from 'node:net';
import pg from 'pg';
import { unitEnvelope } from '../../test/envelopes.js';
import { eventFeedContract, type FeedStage, Heard } from '../../test/event-feed.contract.js';
import { keyValueDatabase, type KeyValueDatabase, logger } from '../../test/house.js';
import { postgresFeed } from './postgres-feed.js';
import { rabbitFeed } from './rabbit-feed.js';

const at = (url: string, port: number): string => {
  const address = new URL(url);
  address.port = String(port);
  return address.href;
};

describe('events over PostgreSQL', () => {
  let database: KeyValueDatabase;
  let admin: pg.Client;
  let stage: FeedStage;

  beforeAll(async () => {
    database = await keyValueDatabase();
    admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    stage = {
      port: Number(new URL(database.url).port),
      feed: (port) => postgresFeed({ url: at(database.url, port), logger }),
      publish: (envelopes) => lay(admin, envelopes),
      async left() {
        const { rows } = await admin.query<{ count: number }>(
          `select count(*)::int as count from pg_stat_activity
           where application_name = 'propertea-gateway-events' and datname = current_database()`,
        );
        return rows[0]?.count ?? 0;
      },
    };
  });
  afterAll(async () => {
    await admin?.end();
    await database?.drop();
  });

  /** As the relay does (packages/chassis/test/feed.test.ts), types that nobody wants left out. */
  async function lay(client: pg.Client, envelopes: readonly object[]): Promise<void> {
    await client.query(
      `insert into bus.feed (envelope) select e from jsonb_array_elements($1::jsonb) with ordinality as t (e, n)
       join bus.feed_types on type = e->>'type' order by n`,
      [JSON.stringify(envelopes)],
    );
  }

  eventFeedContract(() => stage);

  it('tells in the order of commits, and skips nothing that began before and was committed after', async () => {
    const feed = stage.feed(stage.port);
    const heard = new Heard();
    await heard.start(feed);
    const other = new pg.Client({ connectionString: database.adminUrl });
    await other.connect();
    const [early, late] = [unitEnvelope(), unitEnvelope()];
    await admin.query('begin');
    await lay(admin, [early]);
    await lay(other, [late]);
    await heard.reaches(1);
    await admin.query('commit');
    expect(await heard.reaches(2)).toEqual([late.id, early.id]);
    await other.end();
    await feed.close();
  });

  it('says that events were lost which went before they were read', async () => {
    const feed = stage.feed(stage.port);
    const heard = new Heard();
    await heard.start(feed);
    await admin.query('begin');
    await lay(admin, [unitEnvelope()]);
    await admin.query('delete from bus.feed; commit');
    await eventually(
      () => heard.lost,
      (count) => count === 1,
    );
    expect([heard.ids, feed.isOpen]).toEqual([[], true]);
    await feed.close();
  });

  it('its login role reads the feed and says what it wants, and can do nothing else on the bus', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    for (const sql of [
      'delete from bus.feed',
      `insert into bus.feed (envelope) values ('{}')`,
      'delete from bus.feed_types',
      'select from bus.deliveries',
      'select from bus.bindings',
    ]) {
      await expect(client.query(sql)).rejects.toThrow('permission denied');
    }
    await client.end();
  });
});

describeWithBroker('events over RabbitMQ', (broker) => {
  let stage: FeedStage;

  beforeAll(async () => {
    await onChannel(broker(), (channel) =>
      channel.assertExchange('propertea', 'topic', { durable: true }),
    );
    stage = {
      port: broker().port,
      feed: (port) => rabbitFeed({ url: at(broker().url, port), logger }),
      publish: (envelopes) => publish(broker(), envelopes),
      left: async () => (await queues(broker())).length,
    };
  });

  eventFeedContract(() => stage);

  it('says that events were lost when more come than its queue holds', async () => {
    const line = await slowLine(broker().port);
    const url = at(broker().url, line.port);
    const feed = rabbitFeed({ url, logger, maxWaiting: 10 });
    const heard = new Heard();
    await heard.start(feed);
    line.pause();
    // More than the sockets and the broker's own buffers take on their way.
    const large = Array.from({ length: 400 }, () => unitEnvelope({ code: 'x'.repeat(100_000) }));
    await publish(broker(), large);
    line.resume();
    await eventually(
      () => heard.lost,
      (count) => count > 0,
    );
    expect(heard.ids.length).toBeLessThan(large.length);
    const last = unitEnvelope();
    await publish(broker(), [last]);
    await eventually(
      () => heard.ids.at(-1),
      (id) => id === last.id,
    );
    await feed.close();
    await line.close();
  });

  it('says so when its queue is deleted under it, and makes another', async () => {
    const feed = stage.feed(stage.port);
    const heard = new Heard();
    await heard.start(feed);
    const queue = (await queues(broker())).find((name) => !name.endsWith('.lost'));
    await broker().control('delete_queue', queue ?? '');
    await eventually(
      () => heard.lost,
      (count) => count === 1,
    );
    await eventually(() => feed.isOpen, Boolean);
    const event = unitEnvelope();
    await publish(broker(), [event]);
    expect(await heard.reaches(1)).toEqual([event.id]);
    await feed.close();
  });
});

type Channel = Awaited<ReturnType<Awaited<ReturnType<typeof connect>>['createConfirmChannel']>>;

async function onChannel<T>({ url }: Broker, work: (channel: Channel) => Promise<T>): Promise<T> {
  const connection = await connect(url);
  try {
    return await work(await connection.createConfirmChannel());
  } finally {
    await connection.close();
  }
}

function publish(broker: Broker, envelopes: readonly { type: string }[]): Promise<void> {
  return onChannel(broker, async (channel) => {
    for (const envelope of envelopes) {
      channel.publish('propertea', envelope.type, Buffer.from(JSON.stringify(envelope)));
    }
    await channel.waitForConfirms();
  });
}

/** The queues of gateways: of each its own, and the one that tells of losses. */
async function queues(broker: Broker): Promise<string[]> {
  const said = await broker.control('list_queues', 'name', '--silent');
  return said.split('\n').filter((name) => name.startsWith('propertea.gateway.'));
}

/** A line whose client can be kept from hearing what the server says. */
async function slowLine(target: number) {
  const pairs = new Set<{ client: Socket; server: Socket }>();
  const listener = createServer((client) => {
    const server = dial(target, '127.0.0.1');
    pairs.add({ client, server });
    for (const socket of [client, server]) socket.on('error', () => undefined);
    client.pipe(server).pipe(client);
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    pause: () => pairs.forEach(({ client, server }) => server.unpipe(client).pause()),
    resume: () => pairs.forEach(({ client, server }) => server.pipe(client)),
    async close() {
      for (const { client, server } of pairs) [client, server].forEach((each) => each.destroy());
      listener.close();
      await once(listener, 'close');
    },
  };
}
