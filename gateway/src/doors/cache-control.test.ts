import { HandFeed } from '../../test/hand-feed.js';
import { startHouse } from '../../test/house.js';
import type { Ask, House } from '../../test/house.js';
import { until } from '../../test/until.js';

const feed = new HandFeed();
let house: House;
let other: string;

beforeAll(async () => {
  house = await startHouse({ config: { events: feed } });
  other = await house.startAnother(0);
});
afterAll(() => house.stop());

async function told(query: string, options: Ask = {}) {
  const room = house.rooms['properties'];
  const before = room?.seen.length ?? 0;
  const { headers, body } = await house.ask(query, options);
  const asked = (room?.seen.length ?? 0) - before;
  return { header: headers.get('cache-control'), data: body.data, asked };
}

it('says how long an answer may be kept, and asks no room for what is kept', async () => {
  const first = await told('{ opening }');
  expect(first).toEqual({ header: 'public, max-age=30', data: { opening: 'at nine' }, asked: 1 });
  const again = await told('{ opening }');
  expect(again).toMatchObject({ data: { opening: 'at nine' }, asked: 0 });
  expect(again.header).toMatch(/^public, max-age=(2\d|30)$/);
  expect((await told('{ o: opening }', { isPublic: true, key: 'none' })).header).toBe('no-store');
  expect(await told('{ opening }', { isPublic: true })).toMatchObject({ asked: 0 });
});

it('says no-store for what nothing is said of, errors, mutations and who stands nowhere', async () => {
  for (const query of [
    '{ notice }',
    '{ opening notice }',
    '{ opening boom }',
    '{ nonsense }',
    '{ __typename }',
    'mutation { renameProperty(id: "p1", name: "Oak") { id } }',
  ]) {
    expect([query, (await told(query, { as: 'ada' })).header]).toEqual([query, 'no-store']);
  }
  await told('{ welcome }', { as: 'cyd' });
  expect((await told('{ welcome }', { as: 'cyd' })).asked).toBe(1);
});

it('gives each person their own, and what was written through any gateway ends it everywhere', async () => {
  const ada = { as: 'ada', organization: 'oak' } as const;
  const ben = { as: 'ben', organization: 'oak' } as const;
  const kept = async (who: Ask) => (await told('{ welcome }', who)).asked === 0;
  for (const who of [ada, ben, { ...ada, at: other }]) await until(() => kept(who));
  const [hers, his] = [await told('{ welcome }', ada), await told('{ welcome }', ben)];
  expect(hers.header).toMatch(/^private, max-age=/);
  expect(hers.data).not.toEqual(his.data);
  await told('mutation { renameProperty(id: "p1", name: "Oak") { id } }', { ...ben, at: other });
  expect((await told('{ welcome }', { ...ben, at: other })).asked).toBe(1);
  await until(async () => !(await kept(ada)));

  // The feed of a test brings what it brings to the gateway that was begun last.
  await until(() => kept({ ...ada, at: other }));
  feed.lose();
  expect(await kept({ ...ada, at: other })).toBe(false);
});
