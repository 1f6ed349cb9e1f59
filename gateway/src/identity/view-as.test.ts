import { encodeId, newId, VIEW_AS_HEADER } from '@propertea/kernel';
import type { Identity } from '@propertea/kernel';
import { ORGANIZATIONS, USERS } from '../../test/house.rooms.js';
import type { TestView } from '../../test/house.rooms.js';
import { codes, organizationId, read, startHouse } from '../../test/house.js';
import type { Answer, Ask, House } from '../../test/house.js';
import { until } from '../../test/until.js';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const everywhere = { reachKind: 'organization', companyId: null, propertyId: null };
const memberId = newId();

/** Begins a view of ada's in oak, as the room would; returns its id as clients know it. */
function begin(facts: Partial<TestView> = {}): string {
  const id = newId();
  house.state.views.set(id, {
    organizationId: ORGANIZATIONS.oak,
    viewerId: USERS.ada,
    memberId,
    endsAt: new Date(Date.now() + 3_600_000).toISOString(),
    // Of both, ada herself has the first alone.
    grants: [
      { role: 'VIEWER', ...everywhere },
      { role: 'PROPERTY_MANAGER', ...everywhere },
    ],
    ...facts,
  });
  return encodeId('ViewAs', id);
}

const uuidOf = (viewAs: string) =>
  [...house.state.views.keys()].find((id) => encodeId('ViewAs', id) === viewAs) ?? '';
const through = (viewAs: string, ask: Ask = { as: 'ada', organization: 'oak' }): Ask => ({
  ...ask,
  headers: { ...ask.headers, [VIEW_AS_HEADER]: viewAs },
});
const seenBy = (room: string): Identity[] =>
  house.rooms[room]?.seen.map(({ identity }) => identity) ?? [];
const asked = () => seenBy('properties').length + seenBy('organizations').length;

it('the rooms learn who looks with whose eyes, with no more than both may see', async () => {
  const viewAs = begin();
  expect((await house.ask('{ whoAmI }', through(viewAs))).body.data?.whoAmI).toBe(
    `STAFF ${USERS.ada} ${ORGANIZATIONS.oak} `,
  );
  const { grants, ...identity } = seenBy('properties').at(-1) as Identity;
  expect(grants).toEqual([{ role: 'VIEWER', reach: { kind: 'organization' } }]);
  expect(identity).toMatchObject({
    readOnly: true,
    viewAs: { id: uuidOf(viewAs), memberId },
  });
  await house.ask('{ whoAmI }', { as: 'ada', organization: 'oak' });
  expect(seenBy('properties').at(-1)).not.toHaveProperty('readOnly');
});

it('it may stand in the URL, as downloads have it; two different ones are none', async () => {
  const [one, other] = [begin(), begin()];
  const at = async (views: string[], header?: string) => {
    const search = views.map((view) => `&viewAs=${view}`).join('');
    const response = await fetch(
      `${house.url}/graphql?organization=${organizationId('oak')}${search}`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await house.provider.token('ada')}`,
          ...(header !== undefined && { [VIEW_AS_HEADER]: header }),
        },
        body: '{"query":"{ whoAmI }"}',
      },
    );
    return codes(await read(response));
  };
  expect(await at([one])).toEqual([]);
  expect(seenBy('properties').at(-1)?.viewAs?.id).toBe(uuidOf(one));
  expect(await at([one], one)).toEqual([]);
  for (const answer of [await at([one, other]), await at([one], other), await at([one], '')]) {
    expect(answer).toEqual(['NOT_FOUND']);
  }
});

it('one that is over, another’s, elsewhere, unknown or malformed gets the same answer, and no own rights', async () => {
  const over = begin({ endsAt: new Date(Date.now() - 1).toISOString() });
  const anothers = begin({ viewerId: USERS.ben });
  const elsewhere = begin({ organizationId: ORGANIZATIONS.elm });
  const malformed = ['', 'vas_x', 'null', uuidOf(begin()), 'a'.repeat(500)];
  const unknown = encodeId('ViewAs', newId());
  await house.ask('{ whoAmI }', { as: 'ada', organization: 'oak' });
  const before = asked();
  const first = await house.ask('{ whoAmI }', through(over));
  expect([first.status, ...codes(first)]).toEqual([200, 'NOT_FOUND']);
  expect(first.body.data).toBeUndefined();
  for (const viewAs of [anothers, elsewhere, unknown, ...malformed]) {
    const answer = await house.ask('{ whoAmI }', through(viewAs));
    expect([viewAs, answer.text]).toEqual([viewAs, first.text]);
  }
  // Nothing but whether there is such a view was asked for.
  expect(asked() - before).toBe(4);
});

it('it is good in its organization only, and for who stands in none for nothing', async () => {
  const oaks = begin({ viewerId: USERS.ben });
  const ask = (as: 'ben' | 'ops', organization?: string) =>
    house.ask('{ whoAmI }', through(oaks, { as, ...(organization && { organization }) }));
  expect((await ask('ben', 'oak')).body.data?.whoAmI).toContain('STAFF');
  for (const answer of [await ask('ben', 'elm'), await ask('ben'), await ask('ops')]) {
    expect(codes(answer)).toEqual(['NOT_FOUND']);
  }
  const nobody = await house.ask('{ whoAmI notice }', { headers: { [VIEW_AS_HEADER]: oaks } });
  expect(nobody.body.data?.whoAmI).toBe('ANONYMOUS   ');
});

describe('what is written', () => {
  const rename = 'renameProperty(id: "p1", name: "x") { name }';

  it.each([
    ['a mutation', `mutation { ${rename} }`],
    ['a mutation of oneself', 'mutation { changeName(name: "x") { name } }'],
    ['one beside the end', `mutation { endViewAs(id: "x") ${rename} }`],
    ['one called as the end', `mutation { endViewAs: ${rename} }`],
    ['one in a fragment', `mutation { ...F } fragment F on Mutation { ${rename} }`],
    ['one in an inline fragment', `mutation { endViewAs(id: "x") ... { ${rename} } }`],
    ['one left out', `mutation { ... @skip(if: true) { ${rename} } }`],
  ])('%s is refused as a whole, and no room is asked', async (_title, mutation) => {
    const viewAs = begin();
    await house.ask('{ whoAmI }', through(viewAs));
    const before = [asked(), seenBy('identity').length];
    const answer = await house.ask(mutation, through(viewAs));
    expect([answer.status, ...codes(answer)]).toEqual([200, 'FORBIDDEN']);
    expect(answer.body.errors?.[0]?.message).toContain('End the view first.');
    expect(answer.body).not.toHaveProperty('data');
    expect([asked(), seenBy('identity').length]).toEqual(before);
  });

  it('of several operations the named one counts', async () => {
    const viewAs = begin();
    const query = `mutation Write { ${rename} } mutation End { endViewAs(id: "x") } query Read { whoAmI }`;
    const named = async (operationName: string): Promise<Answer> =>
      read(
        await fetch(`${house.url}/graphql`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${await house.provider.token('ada')}`,
            [VIEW_AS_HEADER]: viewAs,
          },
          body: JSON.stringify({ query, operationName }),
        }),
      );
    expect(codes(await named('Write'))).toEqual(['FORBIDDEN']);
    expect((await named('Read')).body.data?.whoAmI).toContain('STAFF');
    expect((await named('End')).body.data).toEqual({ endViewAs: 'x' });
  });

  it('files are given and not taken', async () => {
    const viewAs = begin();
    const headers = {
      authorization: `Bearer ${await house.provider.token('ada')}`,
      [VIEW_AS_HEADER]: viewAs,
    };
    const upload = await read(
      await fetch(`${house.url}/uploads/imports`, { method: 'POST', body: 'a', headers }),
    );
    expect([upload.status, ...codes(upload)]).toEqual([403, 'FORBIDDEN']);
    expect(upload.headers.get('x-subject')).toBeNull();
    const download = await fetch(`${house.url}/downloads/imports/imp_1/rejected.csv`, { headers });
    expect([download.status, download.headers.get('x-subject')]).toEqual([200, USERS.ada]);
    const over = { ...headers, [VIEW_AS_HEADER]: encodeId('ViewAs', newId()) };
    const after = await fetch(`${house.url}/downloads/imports/imp_1/rejected.csv`, {
      headers: over,
    });
    expect(after.status).toBe(404);
  });
});

it('once it is ended it is over, from the next request on, in every gateway', async () => {
  const at = await house.startAnother(0);
  const viewAs = begin();
  const here = through(viewAs);
  const there = { ...here, at };
  for (const ask of [here, there]) expect(codes(await house.ask('{ whoAmI }', ask))).toEqual([]);
  const end = 'mutation($id: ID!) { endViewAs(id: $id) }';
  const ended = await house.ask(end, { ...here, variables: { id: uuidOf(viewAs) } });
  expect(ended.body).toEqual({ data: { endViewAs: uuidOf(viewAs) } });
  expect(codes(await house.ask('{ whoAmI }', here))).toEqual(['NOT_FOUND']);
  await until(async () => codes(await house.ask('{ whoAmI }', there)).includes('NOT_FOUND'));
});

it('it is remembered for its thirty seconds, and over at its hour nevertheless', async () => {
  const viewAs = begin({ endsAt: new Date(Date.now() + 5_000).toISOString() });
  const looked = () =>
    house.rooms.organizations?.seen.filter(
      ({ request }) => request.variables?.['viewAsId'] === uuidOf(viewAs),
    ).length;
  expect(codes(await house.ask('{ whoAmI }', through(viewAs)))).toEqual([]);
  await until(async () =>
    codes(await house.ask('{ whoAmI }', through(viewAs))).includes('NOT_FOUND'),
  );
  expect(looked()).toBe(1);
});
