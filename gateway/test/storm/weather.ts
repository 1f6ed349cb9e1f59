import {
  type Broker,
  describeWithBroker,
  describeWithRedis,
  type OwnRedis,
} from '@propertea/testkit';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../until.js';
import { hasBegun, undocumented } from './audit.js';
import { startStormHouse, type StormHouse } from './house.js';
import type { Scale } from './scale.js';
import { Storm, type StormReport } from './storm.js';
import { HEAD, lineOf } from './table.js';
import type { QueryTally } from './tally.js';
import type { Span } from './watcher.js';

/** What the storm itself remembers is in this as well. */
const GROWTH_MB = 40;

/** Whoever asks and whoever watches, while one thing after the other that the gateway needs fails. */
export function describeWeather(scale: Scale): void {
  const pages = scale.callers * 2;
  const title = `a gateway of which ${pages} pages stand open while ${scale.callers} callers ask`;
  describeWithBroker(title, (broker) => {
    describeWithRedis('and whose Redis can be killed', (redis) => {
      weather(scale, broker, redis);
    });
  });
}

function weather(scale: Scale, broker: () => Broker, redis: () => OwnRedis): void {
  let house: StormHouse;
  let storm: Storm;

  beforeAll(async () => {
    house = await startStormHouse({ redisUrl: redis().url, amqpUrl: broker().url });
    storm = new Storm(house, () => broker().url, scale.callers);
    await storm.begin();
    process.stdout.write(HEAD);
  });
  afterAll(async () => {
    await storm?.end();
    await house?.stop();
  });

  /** Nothing of anybody else, nothing wrong, nothing silent; what was refused or ended says why. */
  async function under(
    fault: string,
    happen: (tally: QueryTally, isOver: () => void) => Promise<void>,
  ): Promise<StormReport> {
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

  const openSpans = (watchers = storm.watchers) => watchers.map((watcher) => watcher.open);
  const byCookie = () => storm.watchers.filter(({ caller }) => caller.credential === 'cookie');
  const allEnded = (spans: readonly (Span | undefined)[]) =>
    until(() => spans.every((span) => span?.ended !== undefined));

  it('a room that is killed and comes back costs its own fields, and ends what was read of it', async () => {
    const readers = storm.watchers.filter(({ readsRoom }) => readsRoom);
    const missed = () => storm.watchers.reduce((sum, { partly }) => sum + partly, 0);
    const { queries, subscriptions } = await under('a room killed', async (tally) => {
      for (let kill = 0; kill < scale.kills; kill += 1) {
        await until(() => readers.every(({ isToldOfRoom }) => isToldOfRoom));
        const before = { partly: tally.partly.total, missed: missed() };
        await house.room('leasing').kill();
        await pause(scale.roomDownMs);
        await until(() => tally.partly.total > before.partly && missed() > before.missed);
        await house.room('leasing').start();
      }
    });
    expect(queries.partly.names).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(queries.missing.names).toEqual(['leasedTo']);
    expect(queries.refused.total).toBe(0);
    expect(subscriptions.partly).toBeGreaterThan(0);
    // Of the room; those to events go on.
    expect(subscriptions.ended.names).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(subscriptions.subscriptions).toBe(storm.watchers.length);
  });

  it('RabbitMQ that is killed and comes back ends every subscription to events, and costs no query anything', async () => {
    const open = openSpans();
    const { queries } = await under('RabbitMQ killed', async () => {
      await pause(1_000);
      await broker().kill();
      await allEnded(open);
      await broker().start();
    });
    expect(new Set(open.map((span) => span?.ended))).toEqual(new Set(['UPSTREAM_UNAVAILABLE']));
    expect(queries.right).toBe(queries.sent);
  });

  it('Redis that is killed and comes back costs cookies their answers for as long, and nobody else', async () => {
    await costsCookiesAlone('Redis killed', async (ended) => {
      await pause(1_000);
      await redis().kill();
      await Promise.all([ended(), pause(scale.redisDownMs)]);
      await redis().start();
    });
  });

  const { redisSilentMs } = scale;
  if (redisSilentMs !== undefined) {
    it('Redis that falls silent is told apart from one that is slow, and nobody waits for it', async () => {
      await costsCookiesAlone('Redis silent', async (ended) => {
        redis().pause();
        await Promise.all([ended(), pause(redisSilentMs)]);
        redis().goOn();
      });
    });
  }

  it('Redis that comes back empty ends every session, and no token', async () => {
    const open = openSpans(byCookie());
    const { queries, subscriptions } = await under(
      'Redis killed, its data gone',
      async (_tally, isOver) => {
        await pause(1_000);
        await redis().kill();
        redis().forget();
        await redis().start();
        isOver();
        await allEnded(open);
      },
    );
    expect([queries.partly.total, queries.tokensRefused]).toEqual([0, 0]);
    for (const code of queries.refused.names) {
      expect(['UPSTREAM_UNAVAILABLE', 'UNAUTHENTICATED']).toContain(code);
    }
    for (const code of subscriptions.ended.names) expect(['1013', '4410']).toContain(code);
    expect(subscriptions.ended.total).toBeGreaterThanOrEqual(open.length);
  });

  it('a schema that is replaced again and again costs no answer, and closes every socket for the next', async () => {
    const { queries, subscriptions } = await under(`${scale.swaps} schemas`, async () => {
      for (let version = 1; version <= scale.swaps; version += 1) {
        await until(() => openSpans().every(hasBegun));
        const open = openSpans();
        await house.deploy(version);
        await allEnded(open);
      }
    });
    expect(queries.right).toBe(queries.sent);
    expect(subscriptions.ended.names).toEqual(['4412']);
  });

  /** `happen` gets a function that waits until every page that is open by cookie was closed. */
  async function costsCookiesAlone(
    fault: string,
    happen: (ended: () => Promise<void>) => Promise<void>,
  ): Promise<void> {
    const open = openSpans(byCookie());
    const { queries, subscriptions } = await under(fault, () => happen(() => allEnded(open)));
    expect([queries.partly.total, queries.tokensRefused]).toEqual([0, 0]);
    expect(queries.refused.names).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(subscriptions.ended.names).toEqual(['1013']);
    await closesWhoSignsOutElsewhere();
  }

  /** Notices travel again: the sockets here close when the session ends at another gateway. */
  async function closesWhoSignsOutElsewhere(): Promise<void> {
    const another = await house.another();
    const [caller] = storm.callers;
    const open = openSpans(storm.watchers.filter((watcher) => watcher.caller === caller));
    await caller?.signOut(another.url);
    const begun = Date.now();
    await allEnded(open);
    expect(Date.now() - begun).toBeLessThan(scale.promptMs);
    expect(open.map((span) => span?.ended)).toEqual(['4410', '4410']);
    await another.stop();
    await storm.everybodyHears();
  }
}
