import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@propertea/chassis/runtime';
import { processMetrics } from '@propertea/observability';
import { asAdmin } from '@propertea/chassis/store';
import { systemIdentity } from '@propertea/kernel';
import { freePort, startPostgres } from '@propertea/postgres';
import type { RunningPostgres } from '@propertea/postgres';
import { startHouse } from './house.js';
import type { House } from './house.js';
import { describeAccount, requirePerson, tokenFor } from './people.js';
import { resetDatabase } from './reset.js';
import { rooms } from './rooms.js';
import { generateSecrets } from './secrets.js';

const EMAIL = 'ada@example.com';

let folder: string;
let postgres: RunningPostgres;
let house: House;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'propertea-house-'));
  const secrets = await generateSecrets();
  // A server of its own: migrating sets the passwords of login roles, which a whole server shares.
  postgres = await startPostgres({
    dataDirectory: join(folder, 'pg'),
    superuserPassword: secrets.databasePassword,
    fsync: false,
  });
  port = await freePort();
  house = await startHouse({
    adminUrl: postgres.adminUrl(),
    secrets,
    port,
    uploadDirectory: join(folder, 'uploads'),
    metrics: true,
    logger: createLogger('house', 'silent'),
  });
});

afterAll(async () => {
  await house.stop();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

async function viewerOf(token: string | undefined): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query: '{ viewer { email } }' }),
  });
  return answer.json();
}

const connections = () =>
  asAdmin(postgres.adminUrl(), async (client) => {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity where usename like '%\\_login'`,
    );
    return rows[0]?.count;
  });

it('a house on an empty database answers a person with a token, and nobody without', async () => {
  const input = { email: EMAIL, name: 'Ada', password: 'a tea that nobody guesses' };
  const query =
    'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { errors { message } } }';
  const made = await house.ask('identity', { query, variables: { input } }, systemIdentity());
  expect(made).toEqual({ data: { createAccount: { errors: [] } } });

  expect(await viewerOf(await tokenFor(house, EMAIL))).toEqual({
    data: { viewer: { email: EMAIL } },
  });
  const refused = { extensions: expect.objectContaining({ code: 'UNAUTHENTICATED' }) };
  expect(await viewerOf(undefined)).toMatchObject({
    errors: expect.arrayContaining([expect.objectContaining(refused)]),
  });
});

it('says what an account may be, and that an unknown one is none', async () => {
  expect(await describeAccount(house, await requirePerson(house, 'ADA@example.com'))).toEqual({
    email: EMAIL,
    personas: ['PERSON'],
    organizations: [],
  });
  await expect(requirePerson(house, 'nobody@example.com')).rejects.toThrow(/no account.*--list/);
});

it('rooms without a signed assertion are closed at the back door', async () => {
  expect(house.places.map(({ name }) => name)).toEqual(rooms.map(({ name }) => name));
  for (const { url } of house.places) {
    // oxlint-disable-next-line no-await-in-loop -- three requests
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });
    expect(answer.status).toBe(401);
  }
});

it('its metrics are told on a port of their own, each of them as the documentation lists it', async () => {
  const page = await readFile(new URL('../../../docs/observability.md', import.meta.url), 'utf8');
  const listed = page.split('\n').filter((line) => /^\| `propertea_(gateway|room)_/.test(line));
  const counted = processMetrics
    .described()
    .filter(({ name }) => name.startsWith('propertea_'))
    .map(({ name, kind, labels, help }) => {
      return `| \`${name}\` | ${kind} | ${labels.join(', ')} | ${help} |`;
    });
  expect(listed).toEqual(counted);

  expect(house.metricsUrls).toHaveLength(1);
  const text = await (await fetch(house.metricsUrls[0] ?? '')).text();
  expect(text).toMatch(/^propertea_gateway_operations_total\{door="portal".*\} [1-9]/m);
  expect(text).toContain('nodejs_eventloop_lag_seconds');
  for (const { name } of rooms) {
    expect(text).toMatch(
      new RegExp(`^propertea_room_pool_connections\\{room="${name}",state="total"\\} [1-9]`, 'm'),
    );
    expect(text).toMatch(new RegExp(`^propertea_room_outbox_pending\\{room="${name}"\\} \\d`, 'm'));
    expect(text).toMatch(
      new RegExp(`^propertea_room_queue_deliveries\\{room="${name}",state="dead"\\} 0`, 'm'),
    );
  }
  const atTheDoor = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect(atTheDoor.status).toBe(404);
});

it('stopping leaves no port and no connection, and a reset no schema', async () => {
  expect(await connections()).toBeGreaterThan(0);
  await house.stop();
  await expect(viewerOf(undefined)).rejects.toThrow(/fetch failed/);
  // A closed connection takes the server a moment to notice.
  const end = Date.now() + 60_000;
  while ((await connections()) !== 0 && Date.now() < end);
  expect(await connections()).toBe(0);

  await resetDatabase(
    postgres.adminUrl(),
    rooms.map(({ name }) => name),
  );
  const left = await asAdmin(postgres.adminUrl(), (client) =>
    client.query(`select from pg_namespace where nspname in ('identity', 'bus', 'app', 'gateway')`),
  );
  expect(left.rowCount).toBe(0);
});
