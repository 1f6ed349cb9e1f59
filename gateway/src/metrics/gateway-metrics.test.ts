import { Metrics } from '@propertea/observability';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HandFeed } from '../../test/hand-feed.js';
import { startHouse } from '../../test/house.js';
import type { House } from '../../test/house.js';
import { writeManifest } from '../../test/manifest.js';
import { openSocket } from '../../test/socket-client.js';
import { until } from '../../test/until.js';

const metrics = new Metrics();
const feed = new HandFeed();
let folder: string;
let house: House;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'propertea-operations-'));
  await writeManifest(folder, 'office', { Notice: 'query Notice {\n  notice\n}' });
  const demand = { operationUnits: 25, windowUnits: 26, windowSeconds: 600 };
  house = await startHouse({
    config: { metrics, demand, operationsPath: folder, events: feed },
  });
});
afterAll(async () => {
  await house.stop();
  await rm(folder, { recursive: true });
});

/** The samples of a metric, each as its labels and value. */
async function samples(name: string): Promise<string[]> {
  const lines = (await metrics.text()).split('\n');
  return lines
    .filter((line) => line.startsWith(`propertea_gateway_${name}`))
    .map((line) => line.replace(`propertea_gateway_${name}`, '').trim());
}

it('operations are counted by door, operation, client and code, and never by person or organization', async () => {
  await house.ask('query Notice { notice }', { as: 'ada' });
  await house.ask('query Other { whoAmI }', { as: 'ada', organization: 'oak' });
  await house.ask('{ nothing }', { as: 'ada' });
  await house.ask('{', { headers: { authorization: 'Bearer wrong' } });
  const operations = await samples('operations_total');
  expect(operations).toEqual([
    '{door="portal",operation="Notice",code="OK"} 1',
    expect.stringMatching(/^\{door="portal",operation="#[\da-f]{12}",code="OK"\} 1$/),
    '{door="portal",operation="unknown",code="BAD_USER_INPUT"} 2',
  ]);
  expect(await samples('client_operations_total')).toEqual([
    '{door="portal",client="portal office",code="OK"} 1',
    '{door="portal",client="node",code="OK"} 1',
    '{door="portal",client="unknown",code="BAD_USER_INPUT"} 2',
  ]);
  expect(await samples('calls_total')).toEqual([
    '{door="portal",operation="Notice",client="portal office"} 1',
    expect.stringMatching(/^\{door="portal",operation="#[\da-f]{12}",client="node"\} 1$/),
  ]);
  expect(await samples('operation_duration_seconds_count')).toHaveLength(3);
});

it('planning, its cache, fetches of rooms and what is shared of them', async () => {
  const [hits, misses] = [/result="hit"\} [1-9]/, /result="miss"\} [1-9]/];
  const slow = [house.ask('{ slow }', { as: 'ada' }), house.ask('{ slow }', { as: 'ada' })];
  await until(async () => (await samples('fetches_shared_total')).length > 0);
  house.state.release();
  await Promise.all(slow);
  await house.ask('{ notice }', { as: 'ada' });
  await house.ask('{ notice }', { as: 'ada' });
  const lookups = (await samples('plan_cache_lookups_total')).join('\n');
  expect(lookups).toMatch(hits);
  expect(lookups).toMatch(misses);
  expect(await samples('planning_duration_seconds_count')).toEqual([
    expect.stringMatching(/^\{graph="portal",outcome="planned"\} [1-9]/),
  ]);
  expect((await samples('plan_cache_bytes'))[0]).toMatch(/graph="portal"\} [1-9]\d\d/);
  expect(await samples('fetches_shared_total')).toContain('{room="properties"} 1');
  house.setDown('properties', true);
  await house.ask('{ notice }', { as: 'ada' });
  house.setDown('properties', false);
  const fetches = await samples('fetch_duration_seconds_count');
  expect(fetches).toContain('{room="properties",outcome="unavailable"} 1');
  expect(fetches.join()).toMatch(/room="properties",outcome="answered"/);
});

it('cost of the public graph, and what was refused for it', async () => {
  const ask = (query: string) => house.ask(query, { as: 'ben', isPublic: true });
  await ask('{ a: properties { id } b: properties { id } c: properties { id } }');
  // Each really costs 3 of 26.
  await until(async () => (await ask('{ properties { name } }')).status === 429);
  expect(await samples('cost_units_total')).toEqual([
    expect.stringMatching(/^\{kind="estimated"\} [1-9]\d+$/),
    expect.stringMatching(/^\{kind="actual"\} [1-9]\d*$/),
  ]);
  expect((await samples('demand_refusals_total')).toSorted()).toEqual([
    '{reason="cost_limit"} 1',
    expect.stringMatching(/^\{reason="rate_limited"\} [1-9]$/),
  ]);
});

it('sockets, their subscriptions and how they end; the feed of events and its gaps', async () => {
  const client = await openSocket(house, { as: 'ada' });
  await client.subscribe('subscription { renamed { name } }');
  expect(await samples('sockets_open')).toEqual(['1']);
  expect(await samples('subscriptions_open')).toEqual(['1']);
  client.socket.close(4999);
  await until(async () => (await samples('sockets_open'))[0] === '0');
  expect(await samples('subscriptions_open')).toEqual(['0']);
  expect(await samples('socket_closes_total')).toEqual(['{code="other"} 1']);
  feed.bring({ time: new Date(Date.now() - 3_000).toISOString() });
  feed.lose();
  expect(await samples('event_lag_seconds_count')).toEqual(['1']);
  expect(await samples('event_lag_seconds_bucket')).toContain('{le="2.5"} 0');
  expect(await samples('event_gaps_total')).toEqual(['1']);
});
