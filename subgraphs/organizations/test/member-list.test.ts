import { newId } from '@propertea/kernel';
import { type TestRoom } from '@propertea/testkit';
import {
  addMember,
  announcePerson,
  ask,
  deliver,
  type Office,
  registerOffice,
  startOffice,
} from './office.js';

let room: TestRoom;
let crowded: Office;
beforeAll(async () => {
  room = await startOffice();
  crowded = await registerOffice(room);
  for (const name of ['Ann Ash', 'Ben Birch', 'Bea Ashworth']) {
    const userId = await announcePerson(room, {
      name,
      email: `${name.replace(' ', '.')}@Example.com`,
    });
    await addMember(room, crowded, { userId });
  }
});
afterAll(() => room?.stop());

const found = async (search: string) => {
  const { members } = await ask(
    crowded.administrator,
    'query($f: MemberFilter) { members(filter: $f) { totalCount nodes { id } } }',
    { f: { search } },
  );
  expect(members.nodes).toHaveLength(members.totalCount);
  return members.totalCount;
};

it('is searched by beginnings of words of name and address, in any case', async () => {
  expect(await found('ash')).toBe(2);
  expect(await found('  BEN ')).toBe(1);
  expect(await found('bea ash')).toBe(1);
  expect(await found('ann.ash@example.com')).toBe(1);
  for (const nothing of ['worth', '%', '_nn', '\\', 'ƒ†'.repeat(100_000)])
    expect(await found(nothing)).toBe(0);
});

it('shows everybody of one’s own organization, page by page in both directions', async () => {
  const page = (sort: string, after: string | null) =>
    ask(
      crowded.with('VIEWER'),
      `query($after: String) { members(first: 3, after: $after, sort: { field: CREATED_AT, direction: ${sort} }) {
        nodes { id joinedAt user { id } organization { id } grants { role } } pageInfo { hasNextPage endCursor } totalCount } }`,
      { after },
    );
  const walk = async (sort: string) => {
    const first = (await page(sort, null))['members'];
    const second = (await page(sort, first.pageInfo.endCursor))['members'];
    expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([
      4,
      true,
      false,
    ]);
    return [...first.nodes, ...second.nodes].map(({ id }: { id: string }) => id);
  };
  const ascending = await walk('ASC');
  expect(new Set(ascending).size).toBe(4);
  expect(await walk('DESC')).toEqual(ascending.toReversed());
});

it('R50: does not show a person who is a member elsewhere only', async () => {
  await deliver(
    room,
    'user.registered.v1',
    { userId: newId(), email: 'zoe@example.com', emailVerified: true, name: 'Zoe' },
    { source: 'identity' },
  );
  expect(await found('zoe')).toBe(0);
});
