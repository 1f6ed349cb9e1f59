import { ORGANIZATIONS, USERS } from '../test/house.rooms.js';
import { codes, startHouse } from '../test/house.js';
import type { House } from '../test/house.js';
import { until } from '../test/until.js';

describe.each([
  ['in one process', false],
  ['over HTTP', true],
])('rooms %s', (_title, overHttp) => {
  let house: House;

  beforeAll(async () => {
    house = await startHouse({ overHttp });
  });
  afterAll(() => house.stop());

  it('an anonymous visitor reads what is free and is asked to sign in for the rest', async () => {
    const free = await house.ask('{ notice whoAmI }');
    expect(free.body).toEqual({ data: { notice: 'open on Mondays', whoAmI: 'ANONYMOUS   ' } });

    const mixed = await house.ask('{ notice properties { name rent } viewer { name } }');
    expect(codes(mixed)).toEqual([
      'UNAUTHENTICATED at properties.rent',
      'UNAUTHENTICATED at viewer',
    ]);
    expect(mixed.body.data).toEqual({
      notice: 'open on Mondays',
      properties: [
        { name: 'Oak Court', rent: null },
        { name: 'Elm House', rent: null },
      ],
      viewer: null,
    });
  });

  it('one answer joins the rooms, each knowing who asks and for which request', async () => {
    const query = '{ viewer { name } properties { name rent manager organization { name } } }';
    const headers = {
      'x-request-id': 'request-of-this-test',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    };
    const answer = await house.ask(query, { as: 'ada', headers });
    expect(answer.body).toEqual({
      data: {
        viewer: { name: 'user a1' },
        properties: [
          { name: 'Oak Court', rent: 900, manager: 'manager of p1', organization: { name: 'Oak' } },
          { name: 'Elm House', rent: 700, manager: 'manager of p2', organization: { name: 'Elm' } },
        ],
      },
    });
    expect(answer.headers.get('x-request-id')).toBe('request-of-this-test');
    for (const room of Object.values(house.rooms)) {
      const { identity, headers: seen } = room.seen.at(-1) ?? {};
      expect(identity).toMatchObject({
        subject: USERS.ada,
        persona: 'STAFF',
        organizationId: ORGANIZATIONS.oak,
        grants: [{ role: 'VIEWER', reach: { kind: 'organization' } }],
      });
      expect(seen).toMatchObject(headers);
    }
  });

  it('a room that is down nulls its own fields and says at which', async () => {
    const query = '{ notice viewer { name } properties { name manager organization { id name } } }';
    await house.ask(query, { as: 'ada' });
    house.setDown('organizations', true);
    const answer = await house.ask(query, { as: 'ada' });
    house.setDown('organizations', false);
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual({
      notice: 'open on Mondays',
      viewer: { name: 'user a1' },
      properties: [
        { name: 'Oak Court', manager: null, organization: null },
        { name: 'Elm House', manager: null, organization: null },
      ],
    });
    expect(codes(answer).toSorted()).toEqual([
      'UPSTREAM_UNAVAILABLE at properties.0.manager',
      'UPSTREAM_UNAVAILABLE at properties.0.organization.name',
      'UPSTREAM_UNAVAILABLE at properties.1.manager',
      'UPSTREAM_UNAVAILABLE at properties.1.organization.name',
    ]);
    expect(answer.text).not.toMatch(/ECONNREFUSED|10\.1\.2\.3/);
  });

  it('a room that is down nulls its root fields only', async () => {
    house.setDown('properties', true);
    const answer = await house.ask('{ viewer { name } mine: notice properties { name } }', {
      as: 'ada',
    });
    house.setDown('properties', false);
    expect(answer.body.data).toEqual({ viewer: { name: 'user a1' }, mine: null, properties: null });
    expect(codes(answer)).toEqual([
      'UPSTREAM_UNAVAILABLE at mine',
      'UPSTREAM_UNAVAILABLE at properties',
    ]);
  });

  it('errors of a room keep code and message; anything else is masked with the request id', async () => {
    const headers = { 'x-request-id': 'find-me-in-the-log' };
    const answer = await house.ask('{ boom coded notice }', { headers });
    expect(answer.body.data).toEqual({ boom: null, coded: null, notice: 'open on Mondays' });
    expect(codes(answer).toSorted()).toEqual(['FORBIDDEN at coded', 'INTERNAL at boom']);
    expect(answer.text).toContain('You may not read this.');
    expect(answer.text).toContain('find-me-in-the-log');
    expect(answer.text).not.toMatch(/secret|select|stacktrace|sql|serviceName/);
  });

  it('a mutation is sent once, even when its room is lost on the way', async () => {
    const rename =
      'mutation { renameProperty(id: "p1", name: "New") { name organization { name } } }';
    const done = await house.ask(rename, { as: 'ada' });
    expect(done.body.data).toEqual({
      renameProperty: { name: 'New', organization: { name: 'Oak' } },
    });
    const room = house.rooms.properties;
    if (!room) throw new Error('no such room');
    const before = room.seen.length;
    room.losesAnswers = true;
    const lost = await house.ask(rename, { as: 'ada' });
    room.losesAnswers = false;
    expect(room.seen.length).toBe(before + 1);
    expect(codes(lost)).toEqual(['UPSTREAM_UNAVAILABLE at renameProperty']);
  });

  it('a visitor who leaves does not wait in vain, nor does the room', async () => {
    const leaving = new AbortController();
    const asked = fetch(`${house.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ slow }' }),
      signal: leaving.signal,
    });
    await until(() => house.rooms.properties?.seen.at(-1)?.request.query.includes('slow') ?? false);
    leaving.abort();
    await expect(asked).rejects.toThrow();
    house.state.release();
  });
});

it('an operation that takes too long is answered without its slow part', async () => {
  const house = await startHouse({ config: { limits: { timeoutMs: 200 } } });
  try {
    const answer = await house.ask('{ slow }');
    expect(answer.body.data).toEqual({ slow: null });
    expect(codes(answer)).toEqual(['UPSTREAM_UNAVAILABLE at slow']);
  } finally {
    house.state.release();
    await house.stop();
  }
});

it('starts while every room is down', async () => {
  const house = await startHouse();
  for (const room of Object.keys(house.rooms)) house.setDown(room, true);
  try {
    const at = await house.startAnother(0);
    const answer = await house.ask('{ notice }', { at });
    expect(codes(answer)).toEqual(['UPSTREAM_UNAVAILABLE at notice']);
    expect((await fetch(`${at}/ready`)).status).toBe(200);
  } finally {
    await house.stop();
  }
});
