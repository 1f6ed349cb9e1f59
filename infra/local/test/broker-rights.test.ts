import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rabbitFeed } from '@propertea/gateway';
import leasing from '@propertea/leasing';
import { createLogger } from '@propertea/chassis/runtime';
import { EXCHANGE, ownExchangeOf, queueOf, RabbitDeadLetters } from '@propertea/chassis/messaging';
import { allEvents, mayPublish } from '@propertea/schema/events';
import { describeWithBroker, eventually, Queues, startTestRoom } from '@propertea/testkit';
import { z } from 'zod';
import { rooms } from '../src/rooms.js';

const folder = fileURLToPath(new URL('../../rabbitmq/', import.meta.url));
const names = rooms.map(({ name }) => name);
const PASSWORD = 'only of this test';

const definitions = z
  .object({
    topic_permissions: z.array(
      z.object({
        user: z.string(),
        exchange: z.literal(EXCHANGE),
        write: z.string(),
        read: z.string(),
      }),
    ),
  })
  .loose()
  .parse(JSON.parse(readFileSync(join(folder, 'definitions.json'), 'utf8')));

/** What the broker of docker compose loads: the file, with the hashes that start.sh finds in the environment. */
function filledIn(): string {
  const salt = randomBytes(4);
  const digest = createHash('sha256').update(salt).update(PASSWORD).digest();
  const hash = Buffer.concat([salt, digest]).toString('base64');
  const hashes = ['gateway', ...names].map((room) => [`${room.toUpperCase()}_AMQP_HASH`, hash]);
  const env = { PATH: process.env['PATH'], RABBITMQ_HASH: hash, ...Object.fromEntries(hashes) };
  const place = mkdtempSync(join(tmpdir(), 'propertea-definitions-'));
  try {
    const target = join(place, 'filled.json');
    const program = ['start.sh', 'definitions.json', target, 'cat', target];
    const run = spawnSync('sh', program, { cwd: folder, env, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    return run.stdout;
  } finally {
    rmSync(place, { recursive: true });
  }
}

it('every room may publish its own types and no others', () => {
  const rights = new Map(definitions.topic_permissions.map((each) => [each.user, each.write]));
  expect([...rights.keys()].toSorted()).toEqual([...names, 'gateway'].toSorted());
  for (const room of names) {
    const allowed = new RegExp(rights.get(room) ?? '');
    for (const { type } of allEvents) {
      expect([room, type, allowed.test(type)]).toEqual([room, type, mayPublish(room, type)]);
    }
    expect(allowed.test('anything.else.v1')).toBe(false);
    expect(allowed.test(allEvents[0]?.type.replaceAll('.', 'x') ?? '')).toBe(false);
  }
});

it('the gateway may publish nothing, and hears what subscriptions tell of', () => {
  const gateway = definitions.topic_permissions.find(({ user }) => user === 'gateway');
  const [written, heard] = [gateway?.write, gateway?.read].map((each) => new RegExp(each ?? ''));
  expect(allEvents.filter(({ type }) => written?.test(type))).toEqual([]);
  expect(heard?.test('unit.changed.v1')).toBe(true);
  expect(heard?.test('audit.recorded.v1')).toBe(false);
});

it('the broker does not start without a hash that it wants', () => {
  const env = { PATH: process.env['PATH'] };
  const target = join(tmpdir(), `propertea-unfilled-${process.pid}`);
  const program = ['start.sh', 'definitions.json', target, 'echo', 'started'];
  const run = spawnSync('sh', program, { cwd: folder, env, encoding: 'utf8' });
  rmSync(target, { force: true });
  expect([run.status, run.stdout, run.stderr]).toEqual([1, '', 'RABBITMQ_HASH is not set\n']);
});

describeWithBroker(
  'a room at the broker under its own user',
  (broker) => {
    const urlFor = (user: string) =>
      `amqp://${user}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${broker().port}/propertea`;
    const asRoom = (room: string) => new Queues(urlFor(room));

    it('runs, with what docker compose gives it', async () => {
      const room = await startTestRoom(leasing, {}, { amqpUrl: urlFor('leasing') });
      await room.settled();
      await room.sql(
        `insert into leasing.outbox (id, type, subject, sequence, at, correlation_id, data)
         values (gen_random_uuid(), 'lease.signed.v1', 'x', 1, now(), 'x', '{}')`,
      );
      await room.settled();
      expect(await room.sql('select from leasing.outbox where published_at is null')).toEqual([]);
      await room.stop();
    });

    it.each(names)('%s publishes its own types and not those of others', async (room) => {
      for (const { type } of allEvents.filter(({ type }) => mayPublish(room, type))) {
        await asRoom(room).publish(EXCHANGE, type);
      }
      const foreign = allEvents.find(({ type }) => !mayPublish(room, type));
      await expect(asRoom(room).publish(EXCHANGE, foreign?.type ?? '')).rejects.toThrow(
        /ACCESS.REFUSED/i,
      );
    });

    it('reads and fills no queue of another room, and cannot remove the common exchange', async () => {
      await asRoom('identity').lay('identity', []);
      const leased = asRoom('leasing');
      await expect(leased.publish(ownExchangeOf('identity'), queueOf('identity'))).rejects.toThrow(
        /ACCESS.REFUSED/i,
      );
      await expect(leased.publish('', queueOf('identity'))).rejects.toThrow(/ACCESS.REFUSED/i);
      await expect(leased.take(queueOf('identity'))).rejects.toThrow(/ACCESS.REFUSED/i);
      await expect(leased.empty('identity')).rejects.toThrow(/ACCESS.REFUSED/i);
      await expect(leased.removeExchange(EXCHANGE)).rejects.toThrow(/ACCESS.REFUSED/i);
    });

    it('the gateway hears what it may in a queue of its own, and cannot publish or read those of rooms', async () => {
      const logger = createLogger('test', 'silent');
      const heard: unknown[] = [];
      const feed = rabbitFeed({ url: urlFor('gateway'), logger });
      feed.want(['unit.changed.v1']);
      feed.start({ event: (envelope) => heard.push(envelope), lost: () => undefined });
      await eventually(() => feed.isOpen, Boolean);
      await asRoom('properties').publish(EXCHANGE, 'unit.changed.v1');
      await eventually(
        () => heard.length,
        (count) => count === 1,
      );
      const gateway = asRoom('gateway');
      const foreign = queueOf('identity');
      for (const forbidden of [
        () => gateway.publish(EXCHANGE, 'unit.changed.v1'),
        () => gateway.publish('', foreign),
        () => gateway.publish(ownExchangeOf('identity'), foreign),
        () => gateway.take(foreign),
        () => gateway.remove(foreign),
        () => gateway.removeExchange(EXCHANGE),
      ]) {
        await expect(forbidden()).rejects.toThrow(/ACCESS.REFUSED/i);
      }
      // What it may not hear keeps the feed closed.
      feed.want(['audit.recorded.v1']);
      await eventually(
        () => feed.isOpen,
        (open) => !open,
      );
      await feed.close();
    });

    it('operations reads, sends back and deletes the dead letters of every room, but no queue', async () => {
      await asRoom('properties').lay(
        'properties',
        [{ content: { id: 'a' } }, { content: { id: 'b' } }],
        'dead',
      );
      const letters = new RabbitDeadLetters(urlFor('operations'), names);
      const { edges } = await letters.page({}, { first: 10 });
      expect(edges.map(({ node }) => node.eventId).toSorted()).toEqual(['a', 'b']);
      const [one] = edges.map(({ node: { room, position } }) => ({ room, position }));
      expect(await letters.replay({ letters: one ? [one] : [] })).toBe(1);
      expect(await letters.purge({ all: true })).toBe(1);
      expect(await asRoom('properties').count('properties')).toEqual({ live: 1, dead: 0 });
      await expect(asRoom('operations').take(queueOf('properties'))).rejects.toThrow(
        /ACCESS.REFUSED/i,
      );
      const others = new RabbitDeadLetters(urlFor('leasing'), names);
      await expect(others.page({}, { first: 10 })).rejects.toThrow(/ACCESS.REFUSED/i);
    });
  },
  filledIn,
);
