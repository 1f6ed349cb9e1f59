import { TestClock, type TestRoom } from '@propertea/testkit';
import { ask, call, type Office, registerOffice, startOffice } from './office.js';

const clock = new TestClock(new Date('2026-05-01T08:00:00Z'));
let room: TestRoom;
let own: Office;
beforeAll(async () => {
  room = await startOffice({ clock });
  own = await registerOffice(room);
});
afterAll(() => room?.stop());

it('a list is searched, sorted and paged; revoked ones are asked for', async () => {
  const names = ['Beta reports', 'alpha', 'Gamma'];
  for (const name of names) {
    const input = { name, scopes: ['LEASING_READ'], grants: [{ role: 'VIEWER' }] };
    await call(own.administrator, 'createApiClient', input);
    clock.advance({ seconds: 60 });
  }
  const list = async (args: string) =>
    (
      await ask(
        own.administrator,
        `{ apiClients(${args}) { nodes { id name } totalCount pageInfo { endCursor hasNextPage } } }`,
      )
    )['apiClients'];
  const named = async (args: string) => (await list(args)).nodes.map(({ name }: any) => name);
  expect(await named('sort: { field: CREATED_AT, direction: DESC }')).toEqual(names.toReversed());
  expect(await named('filter: { search: "REP" }')).toEqual(['Beta reports']);
  const page = await list('first: 1');
  expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  expect(await named(`first: 5, after: "${page.pageInfo.endCursor}"`)).toHaveLength(2);
  const [gamma] = (await list('filter: { search: "gamma" }')).nodes;
  await call(own.administrator, 'revokeApiClient', { apiClientId: gamma.id });
  expect(await named('filter: {}')).toEqual(expect.not.arrayContaining(['Gamma']));
  expect(await named('filter: { isRevoked: true }')).toEqual(['Gamma']);
  expect((await list('filter: { isRevoked: null }')).totalCount).toBe(3);
});
