import { keysetPage, type Sort } from '@propertea/chassis/store';
import { type Identity, newId } from '@propertea/kernel';
import { staff } from '@propertea/testkit';
import { type KioskStore, openKioskStore } from './kiosk/open-store.js';
import { Paper, printPaper } from './kiosk/paper.js';

const administrator = staff(newId());
const TITLES = ['Äther', 'b', 'B', 'Tribune', 'Tribune', 'Tribune', 'Tribune', 'zeit', 'Zeit', ''];

let kiosk: KioskStore;
beforeAll(async () => {
  kiosk = await openKioskStore();
  for (const [index, title] of TITLES.entries()) {
    const soldAt = index % 3 ? new Date(Date.UTC(2026, 0, 1 + (index % 4))) : null;
    await kiosk.run(
      printPaper,
      { code: `P${index}`, title, copies: index % 3, soldAt },
      administrator,
    );
  }
});
afterAll(() => kiosk?.close());

type PaperSort = Sort<Extract<keyof Paper, string>>;

async function page(
  sort: PaperSort,
  request: { first?: number | null; after?: string | null },
  identity: Identity = administrator,
) {
  const reading = await kiosk.read(identity);
  try {
    const { organizationId } = identity;
    const found = await keysetPage(reading.em, Paper, {
      where: { organizationId },
      sort,
      page: request,
    });
    return {
      ...found,
      total: await found.totalCount(),
      codes: found.edges.map(({ node }) => node.code),
    };
  } finally {
    await reading.rollback();
  }
}

async function everyPage(sort: PaperSort, first: number): Promise<string[]> {
  const codes: string[] = [];
  let after: string | null = null;
  for (let turn = 0; turn < 20; turn++) {
    const seen: Awaited<ReturnType<typeof page>> = await page(sort, { first, after });
    codes.push(...seen.codes);
    expect(seen.hasPreviousPage).toBe(turn > 0);
    expect(seen.total).toBe(TITLES.length);
    if (!seen.hasNextPage) return codes;
    after = seen.edges.at(-1)?.cursor ?? null;
  }
  throw new Error('the list does not end');
}

it.each(['ASC', 'DESC'] as const)(
  'rows without a value come last and are on exactly one page each (%s)',
  async (direction) => {
    const sort = { field: 'soldAt', direction } as const;
    const whole = await page(sort, { first: 100 });
    const sold = whole.edges.map(({ node }) => node.soldAt?.getTime() ?? null);
    const known = sold.filter((time) => time !== null);
    expect(known.length).toBeGreaterThan(3);
    const ascending = known.toSorted((a, b) => a - b);
    const sorted = direction === 'ASC' ? ascending : ascending.toReversed();
    expect(sold).toEqual([...sorted, ...sold.filter((time) => time === null)]);
    for (const first of [1, 2, 3, 9]) expect(await everyPage(sort, first)).toEqual(whole.codes);
  },
);

describe.each(['title', 'copies', 'createdAt', 'id'] as const)('sorted by %s', (field) => {
  it.each(['ASC', 'DESC'] as const)(
    'every row is on exactly one page, ties too (%s)',
    async (direction) => {
      const whole = (await page({ field, direction }, { first: 100 })).codes;
      expect(new Set(whole).size).toBe(TITLES.length);
      for (const first of [1, 2, 3, 9]) {
        expect(await everyPage({ field, direction }, first)).toEqual(whole);
      }
      const other = direction === 'ASC' ? 'DESC' : 'ASC';
      expect((await page({ field, direction: other }, { first: 100 })).codes).toEqual(
        whole.toReversed(),
      );
    },
  );
});

it('without a size a page has 25, the last page says so, an empty list has no cursors', async () => {
  const sort = { field: 'title', direction: 'ASC' } as const;
  const all = await page(sort, {});
  expect(all).toMatchObject({ hasNextPage: false, hasPreviousPage: false, total: TITLES.length });
  const empty = await page(sort, { first: null }, staff(newId()));
  expect(empty).toMatchObject({ edges: [], hasNextPage: false, total: 0 });
});

it.each([0, -1, 101, 1.5, Number.NaN])('a page of %p is refused', async (first) => {
  await expect(page({ field: 'title', direction: 'ASC' }, { first })).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
  });
});

const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const id = newId();

it.each([
  ['no cursor at all', 'title', 'nonsense'],
  ['one of another sort', 'title', cursor('copies', 1, id)],
  ['one without a place', 'title', cursor('title', null, id)],
  ['one with a foreign id', 'title', cursor('title', 'a', `1' or '1`)],
  ['one with NUL', 'title', cursor('title', 'a\0', id)],
  ['a text for a number', 'copies', cursor('copies', 'many', id)],
  ['a fraction for an integer', 'copies', cursor('copies', 1.5, id)],
  ['a number that is too large', 'copies', cursor('copies', 2 ** 40, id)],
  ['a day that does not exist', 'createdAt', cursor('createdAt', '2026-02-31T00:00:00.000Z', id)],
  ['a year too far', 'createdAt', cursor('createdAt', '+999999-01-01T00:00:00.000Z', id)],
  ['a text for an id', 'id', cursor('id', 'x', id)],
  ['a list', 'title', cursor('title', ['a'], id)],
] as const)('%s is not a cursor of the list', async (_what, field, after) => {
  await expect(page({ field, direction: 'ASC' }, { after })).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: '"after" is not a cursor of this list with this sort.',
  });
});

it('a cursor of another organization shows only one’s own rows', async () => {
  const sort = { field: 'title', direction: 'ASC' } as const;
  const first = await page(sort, { first: 1 });
  const stranger = staff(newId());
  const seen = await page(sort, { after: first.edges[0]?.cursor ?? null }, stranger);
  expect(seen.codes).toEqual([]);
});
