import { encodeId, newId, VIEW_AS_HEADER } from '@propertea/kernel';
import { ORGANIZATIONS, USERS } from '../../test/house.rooms.js';
import { organizationId, startHouse } from '../../test/house.js';
import type { House } from '../../test/house.js';
import { openSocket } from '../../test/socket-client.js';
import type { SocketAsk, SocketClient } from '../../test/socket-client.js';
import { until } from '../../test/until.js';

const renamed = 'subscription Renamed($contains: String) { renamed(contains: $contains) { name } }';
const property = {
  id: 'p1',
  name: 'Oak Court',
  rent: 900,
  organization: { id: ORGANIZATIONS.oak },
};

let house: House;
const open: SocketClient[] = [];

async function connect(ask?: SocketAsk): Promise<SocketClient> {
  const client = await openSocket(house, ask);
  open.push(client);
  return client;
}

const listening = (event: 'renamed' | 'news', count: number) =>
  until(() => house.state.events.listenerCount(event) === count);

const errorOf = (payload: unknown) => (payload as { extensions: unknown; message: string }[])[0];

afterEach(async () => {
  for (const { socket } of open.splice(0)) socket.terminate();
  await listening('renamed', 0);
  await listening('news', 0);
});

describe.each([
  ['in one process', false],
  ['over HTTP', true],
])('rooms %s', (_title, overHttp) => {
  beforeAll(async () => {
    house = await startHouse({ overHttp });
  });
  afterAll(() => house.stop());

  it('an event comes with the fields of every room, each knowing who asks', async () => {
    const query = 'subscription { renamed { name rent manager organization { name } } }';
    const client = await (await connect({ as: 'ada' })).subscribe(query);
    await listening('renamed', 1);
    house.state.events.emit('renamed', property);
    house.state.events.emit('renamed', { ...property, id: 'p2', name: 'Elm House' });
    const told = (id: string, name: string) => ({
      id: '1',
      type: 'next',
      payload: {
        data: {
          renamed: { name, rent: 900, manager: `manager of ${id}`, organization: { name: 'Oak' } },
        },
      },
    });
    expect(await client.heard(2)).toEqual([told('p1', 'Oak Court'), told('p2', 'Elm House')]);
    for (const room of ['properties', 'organizations']) {
      expect(house.rooms[room]?.seen.at(-1)?.identity).toMatchObject({
        subject: USERS.ada,
        persona: 'STAFF',
        organizationId: ORGANIZATIONS.oak,
      });
    }
    client.complete();
    await listening('renamed', 0);
  });

  it('variables filter at the source', async () => {
    const client = await (await connect()).subscribe(renamed, { contains: 'Elm' });
    await listening('renamed', 1);
    house.state.events.emit('renamed', property);
    house.state.events.emit('renamed', { ...property, name: 'Elm House' });
    expect(await client.first()).toEqual({ data: { renamed: { name: 'Elm House' } } });
  });

  it('what the caller may not read is null with an error at its path, for each event', async () => {
    const query = 'subscription { renamed { name rent } }';
    const client = await (await connect()).subscribe(query);
    await listening('renamed', 1);
    house.state.events.emit('renamed', property);
    expect(await client.first()).toMatchObject({
      data: { renamed: { name: 'Oak Court', rent: null } },
      errors: [{ path: ['renamed', 'rent'], extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('what the caller may not subscribe to is refused, and no room is asked', async () => {
    const before = house.rooms.properties?.seen.length;
    const nobody = await (await connect()).subscribe('subscription { news }');
    expect(await nobody.heard(1)).toMatchObject([
      { type: 'error', payload: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    ]);
    const ada = await (await connect({ as: 'ada' })).subscribe('subscription { confidential }');
    expect(await ada.heard(1)).toMatchObject([
      { type: 'error', payload: [{ extensions: { code: 'FORBIDDEN' } }] },
    ]);
    expect(house.rooms.properties?.seen.length).toBe(before);
  });

  it('an event that fails says no more than its request', async () => {
    const client = await (await connect({ as: 'ada' })).subscribe('subscription { news }');
    await listening('news', 1);
    house.state.events.emit('news', 'bad');
    house.state.events.emit('news', 'good');
    const [bad, good] = await client.heard(2);
    expect(bad?.payload).toMatchObject({
      data: { news: null },
      errors: [{ path: ['news'], extensions: { code: 'INTERNAL' } }],
    });
    expect(JSON.stringify(bad)).not.toContain('select');
    expect(good?.payload).toEqual({ data: { news: 'good' } });
  });

  it('a room that is down nulls its own fields, and the subscription goes on', async () => {
    const query = 'subscription { renamed { name manager } }';
    const client = await (await connect({ as: 'ada' })).subscribe(query);
    await listening('renamed', 1);
    house.setDown('organizations', true);
    house.state.events.emit('renamed', property);
    await client.heard(1);
    house.setDown('organizations', false);
    house.state.events.emit('renamed', property);
    const [down, up] = await client.heard(2);
    expect(down?.payload).toMatchObject({
      data: { renamed: { name: 'Oak Court', manager: null } },
      errors: [{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }],
    });
    expect(up?.payload).toEqual({
      data: { renamed: { name: 'Oak Court', manager: 'manager of p1' } },
    });
  });

  it('equal subscriptions of one caller share their source, those of two callers never', async () => {
    const before = house.rooms.properties?.seen.length ?? 0;
    const clients = await Promise.all([
      connect({ as: 'ada' }),
      connect({ as: 'ada', organization: 'oak' }),
      connect({ as: 'ben', organization: 'oak' }),
      connect(),
    ]);
    for (const client of clients) await client.subscribe(renamed);
    await listening('renamed', 3);
    house.state.events.emit('renamed', property);
    for (const client of clients) {
      expect(await client.first()).toEqual({ data: { renamed: { name: 'Oak Court' } } });
    }
    const asked = house.rooms.properties?.seen.slice(before) ?? [];
    expect(asked.map(({ identity }) => identity.subject).toSorted()).toEqual(
      [USERS.ada, USERS.ben, null].toSorted(),
    );
  });

  if (!overHttp) return;

  it('a source that is lost is an error of the subscription, and the socket stays', async () => {
    const client = await (await connect({ as: 'ada' })).subscribe(renamed);
    await listening('renamed', 1);
    await house.rooms.properties?.sockets.stop();
    expect(await client.heard(1)).toEqual([
      {
        id: '1',
        type: 'error',
        payload: [
          {
            message: 'The room "properties" is not available at the moment.',
            extensions: { code: 'UPSTREAM_UNAVAILABLE' },
          },
        ],
      },
    ]);
    expect(client.closed).toBeUndefined();
  });
});

describe('who opens a socket', () => {
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.stop());

  const whoIs = async (ask: SocketAsk): Promise<unknown> => {
    const client = await connect(ask);
    if (client.closed) return client.closed.code;
    await client.subscribe(renamed, { contains: newId() });
    await until(() => house.rooms.properties?.seen.at(-1)?.signal?.aborted === false);
    const { identity } = house.rooms.properties?.seen.at(-1) ?? {};
    client.socket.terminate();
    await listening('renamed', 0);
    return [identity?.subject, identity?.organizationId];
  };

  it('stands in the organization of address or first message; two different ones are nobody’s', async () => {
    const { oak, elm } = ORGANIZATIONS;
    const search = `?organization=${organizationId('elm')}`;
    expect(await whoIs({ as: 'ben' })).toEqual([USERS.ben, null]);
    expect(await whoIs({ as: 'ben', organization: 'oak' })).toEqual([USERS.ben, oak]);
    expect(await whoIs({ as: 'ben', search })).toEqual([USERS.ben, elm]);
    expect(await whoIs({ as: 'ben', search, organization: 'elm' })).toEqual([USERS.ben, elm]);
    expect(await whoIs({ as: 'ben', search, organization: 'oak' })).toBe(4403);
  });

  it('a foreign, an unknown and a malformed organization close it alike', async () => {
    const unknown = encodeId('Organization', newId());
    const closed = await Promise.all(
      ['elm', unknown, 'org_x', 'a'.repeat(500)].map(async (organization) => {
        const client = await connect({ as: 'ada', organization });
        return client.closed;
      }),
    );
    expect(new Set(closed.map((one) => JSON.stringify(one)))).toEqual(
      new Set(['{"code":4403,"reason":"Organization not found."}']),
    );
  });

  it('a token comes with the first message or with the upgrade; one that is not good closes it', async () => {
    const authorization = `Bearer ${await house.provider.token('ada')}`;
    expect(
      await whoIs({ headers: { authorization, origin: 'https://elsewhere.example' } }),
    ).toEqual([USERS.ada, ORGANIZATIONS.oak]);
    const expired = await house.provider.token('ada', { exp: Math.floor(Date.now() / 1000) - 60 });
    const key = `Bearer ptk_${'A'.repeat(43)}`;
    for (const wrong of ['Bearer nonsense', 'Bearer ', `Bearer ${expired}`, key]) {
      expect(await whoIs({ init: { authorization: wrong } })).toBe(4401);
    }
    expect(await whoIs({ init: { authorization: 7 } })).toBe(4400);
    expect(await whoIs({ init: { authorization: 'Basic abc' } })).toEqual([null, null]);
  });

  it('nobody can say it while a room is down: it is closed for later', async () => {
    house.setDown('identity', true);
    const authorization = `Bearer ${await house.provider.token('cyd', { email: 'n@example.com' })}`;
    const code = await whoIs({ init: { authorization } });
    house.setDown('identity', false);
    expect(code).toBe(1013);
  });

  it('may see with another’s eyes, and only for as long as the view lasts', async () => {
    const id = newId();
    const grants = [
      { role: 'VIEWER', reachKind: 'organization', companyId: null, propertyId: null },
    ];
    house.state.views.set(id, {
      organizationId: ORGANIZATIONS.oak,
      viewerId: USERS.ada,
      memberId: newId(),
      endsAt: new Date(Date.now() + 3_600_000).toISOString(),
      grants,
    });
    const view = encodeId('ViewAs', id);
    const client = await connect({ as: 'ada', init: { [VIEW_AS_HEADER]: view } });
    const own = await connect({ as: 'ada' });
    await client.subscribe(renamed);
    await listening('renamed', 1);
    expect(house.rooms.properties?.seen.at(-1)?.identity).toMatchObject({ readOnly: true });
    const end = 'mutation($id: ID!) { endViewAs(id: $id) }';
    const headers = { [VIEW_AS_HEADER]: view };
    await house.ask(end, { as: 'ada', variables: { id }, headers });
    expect(await client.closing()).toBe(4411);
    expect(own.closed).toBeUndefined();
    expect(await whoIs({ as: 'ada', init: { [VIEW_AS_HEADER]: view } })).toBe(4403);
  });
});

describe('within its limits', () => {
  beforeAll(async () => {
    house = await startHouse({
      config: { sockets: { socketsPerCaller: 3, subscriptionsPerCaller: 3, initTimeoutMs: 300 } },
    });
  });
  afterAll(() => house.stop());

  it.each<[string, string, string, string]>([
    ['a query', '{ notice }', 'BAD_USER_INPUT', 'send queries and mutations by POST'],
    ['a mutation', 'mutation { changeName(name: "x") { name } }', 'BAD_USER_INPUT', 'by POST'],
    ['bad syntax', 'subscription {', 'BAD_USER_INPUT', 'Syntax Error'],
    ['an unknown field', 'subscription { nothing }', 'BAD_USER_INPUT', 'Cannot query field'],
    ['two roots', 'subscription { news renamed { name } }', 'BAD_USER_INPUT', 'one top level'],
    [
      'a wrong variable',
      'subscription($contains: String!) { renamed(contains: $contains) { name } }',
      'BAD_USER_INPUT',
      '$contains',
    ],
    [
      'too many aliases',
      `subscription { renamed { ${Array.from({ length: 101 }, (_, n) => `a${n}: name`).join(' ')} } }`,
      'COST_LIMIT',
      'aliases',
    ],
    [
      'too many tokens',
      `subscription { renamed { ${'name '.repeat(6_000)} } }`,
      'COST_LIMIT',
      'tokens',
    ],
  ])('%s is an error of its own', async (_title, query, code, message) => {
    const client = await (await connect({ as: 'ada' })).subscribe(query);
    const [told] = await client.heard(1);
    expect(told?.type).toBe('error');
    const error = errorOf(told?.payload);
    expect(error?.extensions).toEqual({ code });
    expect(error?.message).toContain(message);
    expect(client.closed).toBeUndefined();
  });

  it('of several operations the named one counts', async () => {
    const query = `query Read { notice } ${renamed}`;
    const client = await connect();
    await client.subscribe(query, {}, '1', 'Renamed');
    await listening('renamed', 1);
    await client.subscribe(query, {}, '2', 'Read');
    await client.subscribe(query, {}, '3');
    for (const id of ['2', '3']) expect((await client.heard(1, id))[0]?.type).toBe('error');
  });

  it('nobody opens more sockets or subscriptions than they may, over all of them', async () => {
    const first = await connect({ as: 'ada' });
    const second = await connect({ as: 'ada' });
    await connect({ as: 'ada' });
    expect(await (await connect({ as: 'ada' })).closing()).toBe(4429);
    expect((await connect({ as: 'ben' })).closed).toBeUndefined();
    for (const id of ['1', '2']) await first.subscribe(renamed, { contains: id }, id);
    await second.subscribe(renamed, {}, '1');
    await second.subscribe(renamed, { contains: 'x' }, '2');
    expect(errorOf(await second.first('2'))?.extensions).toEqual({ code: 'RATE_LIMITED' });
    first.complete('1');
    await listening('renamed', 2);
    await second.subscribe(renamed, {}, '3');
    await until(() => second.messages.length === 2);
    first.socket.terminate();
    await until(async () => {
      const next = await connect({ as: 'ada' });
      return next.closed === undefined;
    });
  });

  it('who is not signed in is counted by their address, as a trusted proxy says it', async () => {
    const from = (address: string) => connect({ headers: { 'x-forwarded-for': address } });
    for (let n = 0; n < 3; n++) expect((await from('10.1.1.1')).closed).toBeUndefined();
    expect((await from('10.1.1.1')).closed?.code).toBe(4429);
    expect((await from('10.1.1.2')).closed).toBeUndefined();
  });
});

it('in production the schema stays hidden', async () => {
  house = await startHouse({
    config: {
      mode: 'production',
      publicUrl: 'https://propertea.example',
      oidc: { issuer: 'https://login.example', clientId: 'gateway', clientSecret: 'secret' },
    },
  });
  const client = await connect();
  await client.subscribe('subscription { renamd { name } }');
  expect(errorOf(await client.first())?.message).toBe(
    'Cannot query field "renamd" on type "Subscription".',
  );
  await client.subscribe(
    'subscription S { news } query Q { __schema { types { name } } }',
    {},
    '2',
    'S',
  );
  expect(errorOf(await client.first('2'))?.extensions).toEqual({ code: 'FORBIDDEN' });
  await house.stop();
});
