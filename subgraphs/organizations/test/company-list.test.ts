import { type Send, isOfRequest, statementsOf, type TestRoom } from '@propertea/testkit';
import {
  ask,
  call,
  createCompany,
  faultOf,
  type Office,
  registerOffice,
  startOffice,
} from './office.js';

let room: TestRoom;
let office: Office;
const NAMES = ['Elm Homes', 'elm court', 'Birch & Ash', 'Ärzte-Haus', 'Ash', 'Ash'];
beforeAll(async () => {
  room = await startOffice();
  office = await registerOffice(room);
  for (const [index, name] of NAMES.entries())
    await createCompany(office, { code: `C${index}`, name });
  const companyId = await createCompany(office, { code: 'GONE', name: 'Gone' });
  await call(office.administrator, 'retireCompany', { companyId, version: 1 });
});
afterAll(() => room?.stop());

const LIST = `query($f: CompanyFilter, $s: CompanySort, $first: Int, $after: String) {
  companies(filter: $f, sort: $s, first: $first, after: $after) {
    totalCount edges { cursor } nodes { code name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
const list = async (variables: object = {}, send: Send = office.administrator) =>
  (await ask(send, LIST, variables as Record<string, unknown>))['companies'];
const codes = async (f: object) =>
  (await list({ f })).nodes.map(({ code }: { code: string }) => code).toSorted();

it.each([
  ['elm', ['C0', 'C1']],
  ['ELM', ['C0', 'C1']],
  ['ash', ['C2', 'C4', 'C5']],
  ['  court ', ['C1']],
  ['ä', ['C3']],
  ['c3', ['C3']],
  ['C', ['C0', 'C1', 'C2', 'C3', 'C4', 'C5']],
  ['& ash', ['C2']],
  ['omes', []],
  ['%', []],
  ['_', []],
  [`' or 1=1 --`, []],
  ['ƒ†'.repeat(250_000), []],
])('a search for %.20j finds beginnings of codes and words', async (search, found) => {
  expect(await codes({ search })).toEqual(found);
});

it('retired companies are left out, shown alone, or shown with the others', async () => {
  expect(await codes({})).not.toContain('GONE');
  expect(await codes({ isRetired: true })).toEqual(['GONE']);
  expect(await codes({ isRetired: null })).toHaveLength(NAMES.length + 1);
  expect((await list()).totalCount).toBe(NAMES.length);
});

describe.each(['NAME', 'CODE', 'CREATED_AT'])('sorted by %s', (field) => {
  it.each(['ASC', 'DESC'])('every page follows the one before, %s', async (direction) => {
    const s = { field, direction };
    const whole = (await list({ s, first: 100 })).nodes;
    const paged = [];
    let after: string | null = null;
    for (let turn = 0; turn < 3; turn++) {
      const page: any = await list({ s, first: 2, after });
      expect(page.totalCount).toBe(NAMES.length);
      expect(page.pageInfo).toMatchObject({ hasNextPage: turn < 2, hasPreviousPage: turn > 0 });
      paged.push(...page.nodes);
      after = page.pageInfo.endCursor;
    }
    expect(paged).toEqual(whole);
  });
});

it('page sizes and cursors of other lists are refused', async () => {
  const byName = (await list({ first: 1 })).pageInfo.endCursor;
  for (const variables of [
    { first: 0 },
    { first: 101 },
    { first: -1 },
    { after: 'nonsense' },
    { after: byName, s: { field: 'CODE' } },
    { f: { search: 'nul\0' } },
  ]) {
    expect(await faultOf(office.administrator(LIST, variables))).toBe('BAD_USER_INPUT');
  }
});

it('the number of statements does not grow with the list', async () => {
  const count = async (first: number) => {
    const query = `{ companies(first: ${first}) { totalCount nodes { id organization { name } } } }`;
    await office.administrator(query);
    await room.settled();
    const sent = await statementsOf(() => office.administrator(query));
    return sent.filter(isOfRequest).length;
  };
  expect([await count(1), await count(100)]).toEqual([5, 5]);
});
