import { jest } from '@jest/globals';
import {
  type Broker,
  describeWithBroker,
  describeWithRedis,
  type OwnRedis,
} from '@propertea/testkit';
import { setTimeout as pause } from 'node:timers/promises';
import { hasBegun, undocumented } from '../test/storm/audit.js';
import { startStormHouse, type StormHouse } from '../test/storm/house.js';
import { Storm, type StormReport } from '../test/storm/storm.js';
import { HEAD, lineOf } from '../test/storm/table.js';
import { until } from '../test/until.js';

jest.setTimeout(1_800_000);

const CALLERS = 110;
const SWAPS = 100;
const GROWTH_MB = 60;

describeWithBroker('a gateway of which 220 pages stand open while 110 callers ask', (broker) => {
  describeWithRedis('and whose Redis can be killed', (redis) => {
    weather(broker, redis);
  });
});

function weather(broker: () => Broker, redis: () => OwnRedis): void {
  let house: StormHouse;
  let storm: Storm;

  beforeAll(async () => {
    house = await startStormHouse({ redisUrl: redis().url, amqpUrl: broker().url });
    storm = new Storm(house, () => broker().url, CALLERS);
    await storm.begin();
    process.stdout.write(HEAD);
  });
  afterAll(async () => {
    await storm?.end();
    await house?.stop();
  });

  /** Nothing of anybody else, nothing wrong, nothing silent; what was refused or ended says why. */
  async function under(fault: string, happen: () => Promise<void>): Promise<StormReport> {
    const report = await storm.under(fault, happen);
    process.stdout.write(lineOf(report));
    const { queries, subscriptions, heap } = report;
    expect([queries.wrong, queries.foreign, queries.lost]).toEqual([[], [], []]);
    expect([subscriptions.wrong, subscriptions.foreign]).toEqual([[], []]);
    expect(subscriptions.silent).toEqual([]);
    expect(undocumented(subscriptions)).toEqual([]);
    expect(heap.after - heap.before).toBeLessThan(GROWTH_MB);
    expect(queries.right).toBeGreaterThan(0);
    return report;
  }

  it('a room that is killed and comes back costs its own fields, and ends what was read of it', async () => {
    const { queries, subscriptions } = await under('a room killed, twice', async () => {
      for (let turn = 0; turn < 2; turn += 1) {
        await pause(1_000);
        await house.room('leasing').kill();
        await pause(3_000);
        await house.room('leasing').start();
      }
      await pause(1_000);
    });
    expect(queries.partly.names).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(queries.refused.total).toBe(0);
    expect(subscriptions.partly).toBeGreaterThan(0);
    // Of the room; those to events go on.
    expect(subscriptions.ended.names).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(subscriptions.subscriptions).toBe(storm.watchers.length);
  });

  it('RabbitMQ that is killed and comes back ends every subscription to events, and costs no query anything', async () => {
    const open = storm.watchers.map((watcher) => watcher.open);
    const { queries } = await under('RabbitMQ killed', async () => {
      await pause(1_000);
      await broker().kill();
      await until(() => open.every((span) => span?.ended !== undefined));
      await broker().start();
    });
    expect(new Set(open.map((span) => span?.ended))).toEqual(new Set(['UPSTREAM_UNAVAILABLE']));
    expect(queries.right).toBe(queries.sent);
  });

  it('Redis that is killed and comes back costs cookies their answers for as long, and nobody else', async () => {
    const { queries, subscriptions } = await under('Redis killed', async () => {
      await pause(1_000);
      await redis().kill();
      await pause(15_000);
      await redis().start();
      await pause(1_000);
    });
    expect([queries.partly.total, queries.tokensRefused]).toEqual([0, 0]);
    expect(queries.refused.names).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(subscriptions.ended.names).toEqual(['1013']);
    await closesWhoSignsOutElsewhere();
  });

  it('Redis that falls silent is told apart from one that is slow, and nobody waits for it', async () => {
    const { queries, subscriptions } = await under('Redis silent', async () => {
      redis().pause();
      await pause(25_000);
      redis().goOn();
      await pause(1_000);
    });
    expect([queries.partly.total, queries.tokensRefused]).toEqual([0, 0]);
    expect(queries.refused.names).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(subscriptions.ended.names).toEqual(['1013']);
    await closesWhoSignsOutElsewhere();
  });

  it('Redis that comes back empty ends every session, and no token', async () => {
    const cookies = storm.watchers.filter(({ caller }) => caller.credential === 'cookie');
    const open = cookies.map((watcher) => watcher.open);
    const { queries, subscriptions } = await under('Redis killed, its data gone', async () => {
      await pause(1_000);
      await redis().kill();
      redis().forget();
      await redis().start();
      await until(() => open.every((span) => span?.ended !== undefined));
      await pause(5_000);
    });
    expect([queries.partly.total, queries.tokensRefused]).toEqual([0, 0]);
    for (const code of queries.refused.names) {
      expect(['UPSTREAM_UNAVAILABLE', 'UNAUTHENTICATED']).toContain(code);
    }
    for (const code of subscriptions.ended.names) expect(['1013', '4410']).toContain(code);
    expect(subscriptions.ended.total).toBeGreaterThanOrEqual(CALLERS / 5);
  });

  it('a schema that is replaced a hundred times costs no answer, and closes every socket for the next', async () => {
    const { queries, subscriptions } = await under(`${SWAPS} schemas`, async () => {
      for (let version = 1; version <= SWAPS; version += 1) {
        await until(() => storm.watchers.every((watcher) => hasBegun(watcher.open)));
        const open = storm.watchers.map((watcher) => watcher.open);
        await house.deploy(version);
        await until(() => open.every((span) => span?.ended !== undefined));
      }
    });
    expect(queries.right).toBe(queries.sent);
    expect(subscriptions.ended.names).toEqual(['4412']);
  });

  /** Notices travel again: the sockets here close when the session ends at another gateway. */
  async function closesWhoSignsOutElsewhere(): Promise<void> {
    const another = await house.another();
    const [caller] = storm.callers;
    const own = storm.watchers.filter((watcher) => watcher.caller === caller);
    const open = own.map((watcher) => watcher.open);
    await caller?.signOut(another.url);
    const begun = Date.now();
    await until(() => open.every((span) => span?.ended !== undefined));
    expect(Date.now() - begun).toBeLessThan(1_000);
    expect(open.map((span) => span?.ended)).toEqual(['4410', '4410']);
    await another.stop();
    await storm.everybodyHears();
  }
}
