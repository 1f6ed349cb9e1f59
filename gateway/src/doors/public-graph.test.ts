import { encodeId } from '@propertea/kernel';
import { randomBytes } from 'node:crypto';
import { API_CLIENT, hashOfKey, keyIn } from '../../test/api-key.js';
import { codes, organizationId, read, startHouse } from '../../test/house.js';
import type { Ask, House } from '../../test/house.js';
import { ORGANIZATIONS } from '../../test/house.rooms.js';
import type { TestApiClient } from '../../test/house.rooms.js';
import { until } from '../../test/until.js';

let house: House;
beforeAll(async () => {
  house = await startHouse({ config: { corsOrigins: ['http://localhost:4001'] } });
});
afterAll(() => house.stop());

const keyOf = (given?: Partial<TestApiClient>) => keyIn(house, given);

const ask = (query: string, options: Ask = {}) => house.ask(query, { isPublic: true, ...options });

describe('an API key', () => {
  it('stands for its client, in its organization, with its scopes', async () => {
    const key = keyOf();
    const { body, status } = await ask('{ whoAmI properties { name rent } }', { key });
    expect([status, body.data]).toEqual([
      200,
      {
        whoAmI: `INTEGRATOR ${API_CLIENT} ${ORGANIZATIONS.oak} properties:read+organizations:read`,
        properties: [
          { name: 'Oak Court', rent: 900 },
          { name: 'Elm House', rent: 700 },
        ],
      },
    ]);
    const [seen] = house.rooms['properties']?.seen.slice(-1) ?? [];
    expect(seen?.identity.grants).toEqual([{ role: 'VIEWER', reach: { kind: 'organization' } }]);
  });

  it('may come as x-api-key as well, and beside no other credential', async () => {
    const key = keyOf();
    const headers = { 'x-api-key': key };
    expect((await ask('{ notice }', { headers })).status).toBe(200);
    expect((await ask('{ notice }', { headers, key })).status).toBe(200);
    const both = await ask('{ notice }', { headers, as: 'ada' });
    expect([both.status, ...codes(both)]).toEqual([400, 'BAD_USER_INPUT']);
    const two = await ask('{ notice }', { headers, key: keyOf() });
    expect(codes(two)).toEqual(['BAD_USER_INPUT']);
  });

  it.each([
    ['one that never was', `ptk_${'A'.repeat(43)}`],
    ['one that is too short', 'ptk_A'],
    ['one that is too long', `ptk_${'A'.repeat(10_000)}`],
    ['the prefix alone', 'ptk_'],
  ])('%s is refused as a whole, whichever way it comes', async (_what, key) => {
    for (const options of [{ key }, { headers: { 'x-api-key': key } }]) {
      const answer = await ask('{ notice }', options);
      expect([answer.status, ...codes(answer)]).toEqual([401, 'UNAUTHENTICATED']);
      expect(answer.body.errors?.[0]?.message).toBe(
        'The API key is not valid, is over or was revoked.',
      );
    }
    const nothing = await ask('{ notice }', { headers: { 'x-api-key': 'something else' } });
    expect(nothing.status).toBe(401);
  });

  it('a wrong one is asked of the room once, however often it comes', async () => {
    const lookups = () =>
      house.rooms['organizations']?.seen.filter(({ request }) =>
        request.query.includes('apiClientOf'),
      ).length ?? 0;
    const key = `ptk_${randomBytes(32).toString('base64url')}`;
    await Promise.all(Array.from({ length: 5 }, () => ask('{ notice }', { key })));
    const before = lookups();
    for (let turn = 0; turn < 3; turn++)
      expect((await ask('{ notice }', { key })).status).toBe(401);
    expect(lookups()).toBe(before);
    await ask('{ notice }', { key: 'ptk_malformed' });
    expect(lookups()).toBe(before);
  });

  it('is of one organization: another one, or a view as a member, is not there', async () => {
    const key = keyOf();
    const own = await ask('{ notice }', { key, organization: 'oak' });
    expect(own.body.data).toEqual({ notice: 'open on Mondays' });
    for (const organization of ['elm', 'org_nothing']) {
      expect(codes(await ask('{ notice }', { key, organization }))).toEqual(['NOT_FOUND']);
    }
    const headers = { 'x-view-as': encodeId('ViewAs', API_CLIENT) };
    expect(codes(await ask('{ notice }', { key, headers }))).toEqual(['NOT_FOUND']);
  });

  it('reads and writes where its scopes let it, and the room is not asked where not', async () => {
    const key = keyOf({ scopes: ['properties:read'] });
    const seen = house.rooms['organizations']?.seen.length;
    const oak = organizationId('oak');
    const answer = await ask(`{ notice organization(id: "${oak}") { name } }`, { key });
    expect(answer.body.data).toEqual({ notice: 'open on Mondays', organization: null });
    expect(codes(answer)).toEqual(['FORBIDDEN at organization']);
    expect(answer.body.errors?.[0]?.message).toBe(
      'This API client does not have the scope organizations:read.',
    );
    const asked = house.rooms['organizations']?.seen.slice(seen) ?? [];
    expect(asked.filter(({ identity }) => identity.persona !== 'SYSTEM')).toEqual([]);
    const rename = 'mutation { renameProperty(id: "p1", name: "New") { name } }';
    expect(codes(await ask(rename, { key }))).toEqual(['FORBIDDEN at renameProperty']);
    const writer = keyOf({ scopes: ['properties:write'] });
    const written = await ask(rename, { key: writer });
    expect(written.body).toEqual({ data: { renameProperty: { name: 'New' } } });
    expect((await ask('{ notice }', { key: writer })).body.errors).toBeUndefined();
  });

  it('is over when its time is, also while it is remembered', async () => {
    const key = keyOf({ endsAt: new Date(Date.now() + 1_000).toISOString() });
    expect((await ask('{ notice }', { key })).status).toBe(200);
    await until(async () => (await ask('{ notice }', { key })).status === 401);
  });

  it('is refused in every gateway within a second after it was revoked in one', async () => {
    const another = await house.startAnother(0);
    const key = keyOf();
    for (const at of [house.url, another])
      expect((await ask('{ notice }', { key, at })).status).toBe(200);
    await house.ask('mutation ($hash: String!) { revokeKey(hash: $hash) }', {
      as: 'ada',
      variables: { hash: hashOfKey(key) },
    });
    const began = performance.now();
    expect((await ask('{ notice }', { key })).status).toBe(401);
    await until(async () => (await ask('{ notice }', { key, at: another })).status === 401);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('its use is told once in a while', async () => {
    const key = keyOf();
    const { apiKeyId } = house.state.apiClients.get(hashOfKey(key)) as TestApiClient;
    for (let turn = 0; turn < 3; turn++) await ask('{ notice }', { key });
    await until(() => house.state.usedKeys.includes(apiKeyId));
    expect(house.state.usedKeys.filter((id) => id === apiKeyId)).toHaveLength(1);
  });

  it('is taken at the public graph alone, and everybody else says so', async () => {
    const key = keyOf();
    const told = 'API keys are for the public graph: send the operation to POST /public/graphql.';
    const ways: Record<string, string>[] = [
      { authorization: `Bearer ${key}` },
      { 'x-api-key': key },
    ];
    for (const headers of ways) {
      const answer = await house.ask('{ notice }', { headers });
      expect([answer.status, answer.body.errors?.[0]?.message]).toEqual([401, told]);
      const upload = await fetch(`${house.url}/uploads/x`, { method: 'POST', headers });
      expect([upload.status, (await upload.text()).includes('public graph')]).toEqual([401, true]);
    }
  });

  it('while the room cannot say whose it is, nobody is refused for good', async () => {
    const key = keyOf();
    house.setDown('organizations', true);
    const answer = await ask('{ notice }', { key });
    house.setDown('organizations', false);
    expect([answer.status, ...codes(answer)]).toEqual([503, 'UPSTREAM_UNAVAILABLE']);
    expect((await ask('{ notice }', { key })).status).toBe(200);
  });
});

describe('others at the public graph', () => {
  it('a person comes by bearer token, with their own rights', async () => {
    const { body } = await ask('{ whoAmI properties { rent } }', { as: 'ada' });
    expect(String(body.data?.['whoAmI'])).toMatch(/^STAFF/);
    expect(body.errors).toBeUndefined();
  });

  it('nobody gets what is for everybody, and is told to sign in for the rest', async () => {
    const answer = await ask('{ notice whoAmI properties { name rent } }');
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({
      notice: 'open on Mondays',
      whoAmI: expect.stringMatching(/^ANONYMOUS/),
      properties: [{ name: 'Oak Court', rent: null }, { rent: null }],
    });
    expect(new Set(codes(answer))).toEqual(new Set(['UNAUTHENTICATED at properties.rent']));
  });

  it('a cookie is nobody’s, wherever the page is', async () => {
    for (const cookie of ['propertea-session=anything', '__Host-propertea-session=anything']) {
      const headers = { cookie, origin: 'http://localhost:4001' };
      const { body } = await ask('{ whoAmI }', { headers });
      expect(String(body.data?.['whoAmI'])).toMatch(/^ANONYMOUS/);
    }
  });
});

describe('the door', () => {
  const send = (init: RequestInit) => fetch(`${house.url}/public/graphql`, init);

  it('lets pages of any site call it, without credentials', async () => {
    const origin = 'https://somebody.example';
    const preflight = await send({
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-api-key');
    const { headers } = await ask('{ notice }', { headers: { origin: 'http://localhost:4001' } });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    const elsewhere = await fetch(`${house.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    expect(elsewhere.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('takes operations by POST only, no subscriptions, within the limits', async () => {
    expect((await send({ method: 'GET' })).status).toBe(405);
    const subscription = await ask('subscription { renamed { name } }');
    expect(subscription.body.errors?.[0]?.message).toBe('The public graph has no subscriptions.');
    const deep = `{ ${'a { '.repeat(25)} b ${'}'.repeat(25)} }`;
    expect(codes(await ask(deep))).toEqual(['COST_LIMIT']);
    const large = await read(
      await send({
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: `{ notice } # ${'x'.repeat(1024 * 1024)}` }),
      }),
    );
    expect(codes(large)).toEqual(['COST_LIMIT']);
  });

  it('whoever asks reads the public schema and not a name more', async () => {
    const query = '{ __schema { types { name } } __type(name: "Safe") { name } }';
    const { body } = await ask(query);
    const { __schema, __type } = body.data as {
      __schema: { types: { name: string }[] };
      __type: unknown;
    };
    const names = __schema.types.map(({ name }) => name).filter((name) => !name.startsWith('__'));
    expect(names).toEqual(expect.arrayContaining(['Property', 'Lamp', 'Found']));
    expect(names).not.toEqual(expect.arrayContaining(['Safe']));
    expect(names).not.toEqual(expect.arrayContaining(['Subscription']));
    expect(__type).toBeNull();
  });

  it('objects and values that are not public are null, whatever a room answers', async () => {
    const { body, text } = await ask(
      '{ found { __typename ... on Lamp { watts } } state things { __typename label } }',
      { as: 'ada' },
    );
    expect(body.data).toEqual({
      found: [{ __typename: 'Lamp', watts: 5 }, null],
      state: null,
      things: [{ __typename: 'Lamp', label: 'lamp' }],
    });
    expect(text).not.toMatch(/Safe|SEALED|1234/);
  });

  it('what a room says of hidden things is said in general', async () => {
    const answer = await ask('{ hinted coded boom }');
    expect(answer.body.errors?.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        'This cannot be done in the present state.',
        'You may not read this.',
        expect.stringMatching(/^Something went wrong on our side/),
      ]),
    );
    expect(answer.text).not.toMatch(/manager|accessOf|Safe|secrets/);
  });
});
