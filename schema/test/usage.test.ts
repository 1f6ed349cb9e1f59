import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, parse } from 'graphql';
import { runCheck } from '../compose/cli/run-check.js';
import type { RoomSdl } from '../compose/index.js';
import { coordinatesOf, isTouched, type Usage } from '../documents/index.js';
import { changed, homes, people, rooms } from './rooms.js';

let root: string;

const git = (...args: string[]): string =>
  execFileSync('git', ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@t.test', ...args], {
    encoding: 'utf8',
  });

async function put(path: string, text: string): Promise<void> {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), text);
}

async function putRooms(current: RoomSdl[]): Promise<void> {
  await Promise.all(current.map(({ name, sdl }) => put(`schema/subgraphs/${name}.graphql`, sdl)));
}

const operation = (
  graph: 'portal' | 'public',
  client: string,
  ...coordinates: string[]
): Usage['operations'][number] => ({
  graph,
  client,
  coordinates,
  id: 'a1b2c3d4e5',
  name: 'Home',
  count: 7,
  lastDay: '2026-11-20',
});

async function check(
  operations: Usage['operations'],
  more: Partial<Usage> = {},
  form: string[] = [],
): Promise<{ code: number; text: string }> {
  const usage: Usage = { days: 30, countedDays: ['2026-11-20'], uncounted: 0, operations, ...more };
  await put('usage.json', JSON.stringify(usage));
  const lines: string[] = [];
  const io = {
    root,
    now: new Date('2026-11-21T12:00:00Z'),
    write: (line: string) => lines.push(line),
  };
  const from = ['--against', 'HEAD', '--usage-from', join(root, 'usage.json'), ...form];
  return { code: await runCheck(from, io), text: lines.join('\n') };
}

const withoutCode = changed(homes, '"As on the door."\n  code: String! @tag(name: "public")', '');
const reads = (body: string): string =>
  JSON.stringify({
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [{ id: 'a', name: 'HomePage', type: 'query', body }],
  });

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'propertea-usage-'));
  git('init', '--quiet');
  await putRooms(rooms);
  git('add', '-A');
  git('commit', '--quiet', '--message', 'x');
});
afterEach(() => rm(root, { recursive: true }));

test('a change that nobody feels passes and says in how many days', async () => {
  await putRooms([withoutCode, people]);
  const { code, text } = await check([operation('public', 'curl', 'Query.home', 'Home.id')]);
  expect(text).toContain('felt by nobody in 30 days (counted on 1 of them)');
  expect(text).toContain('What breaks is felt by nobody.');
  expect(code).toBe(0);
});

test('who feels it is named, for portals and integrators apart', async () => {
  await putRooms([withoutCode, people]);
  const integrator = operation('public', 'API client apicl_1', 'Home.code');
  const { code, text } = await check([integrator]);
  expect(code).toBe(1);
  expect(text).toContain('Home by API client apicl_1, 7 times, last 2026-11-20');
  expect(text).toMatch(/breaks the public contract\.$/);
  expect((await check([operation('portal', 'portal office', 'Home.code')])).text).toMatch(
    /breaks the api contract\.$/,
  );
});

test('documents of running releases feel it, asked or not', async () => {
  await put('schema/operations/office.json', reads('{ home(id: "1") { code } }'));
  await putRooms([withoutCode, people]);
  const { code, text } = await check([]);
  expect(code).toBe(1);
  expect(text).toContain('felt by the document HomePage of office');
});

test('where nothing was counted, or not all, nobody can say that nobody feels it', async () => {
  await putRooms([withoutCode, people]);
  const nothing = await check([], { countedDays: [] });
  expect([nothing.code, nothing.text]).toEqual([
    1,
    expect.stringContaining('perhaps others: nothing was counted in 30 days'),
  ]);
  expect((await check([], { uncounted: 3 })).code).toBe(1);
});

test('for a pull request it is markdown, for programs JSON', async () => {
  await putRooms([withoutCode, people]);
  const { text } = await check([operation('public', 'curl', 'Home.code')], {}, ['--markdown']);
  expect(text).toMatch(/^### Schema: ❌ The working tree breaks the public contract\./);
  expect(text).toContain(
    "- **breaking** Field 'code' was removed from object type 'Home'\n  - felt by Home by curl",
  );
  const json = JSON.parse((await check([], {}, ['--json'])).text) as {
    contracts: { api: { breaking: unknown[] } };
  };
  expect(json.contracts.api.breaking).toEqual([
    expect.objectContaining({ touches: ['Home.code'], felt: { documents: [], operations: [] } }),
  ]);
});

test('a file of usage says its days itself, and is told so', async () => {
  const { code, text } = await check([], {}, ['--days', '7']);
  expect(code).toBe(2);
  expect(text).toBe('--days is for --usage: a file of --usage-from says its days itself.');
});

test('a file that is no usage ends in one sentence and exit code 2', async () => {
  const { code, text } = await check([], { days: -1 });
  expect(code).toBe(2);
  expect(text).toContain('does not hold what "npm run usage -- --json" prints.');
});

describe('coordinates', () => {
  const schema = buildSchema(`
    type Query { home(by: By, category: Category): Home things: [Thing] }
    interface Thing { label: String }
    type Home implements Thing { label: String category: Category }
    enum Category { FLAT HOUSE }
    input By { code: String kind: Category deeper: By }`);
  const of = (text: string) => coordinatesOf(parse(text), schema);

  test('fields, arguments, values, inputs and conditions of types', () => {
    expect(of('{ home(by: { code: "1" }, category: FLAT) { category __typename } }')).toEqual([
      'By.code',
      'Category.*',
      'Category.FLAT',
      'Home.category',
      'Query.home',
      'Query.home(by:)',
      'Query.home(category:)',
    ]);
    expect(of('{ things { label ... on Home { category } } }')).toEqual([
      'Category.*',
      'Home',
      'Home.category',
      'Query.things',
      'Thing',
      'Thing.label',
    ]);
  });

  test('what comes in a variable may be any of its type', () => {
    const used = of('query ($by: By) { home(by: $by) { label } }');
    expect(used).toContain('By.*');
    expect(isTouched('By.code', used)).toBe(true);
    expect(isTouched('Category.HOUSE', used)).toBe(true);
    expect(isTouched('Home.category', used)).toBe(false);
    expect(isTouched('Query.home', used)).toBe(true);
    expect(isTouched('Query.home(category:)', used)).toBe(false);
  });
});
