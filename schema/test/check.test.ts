import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCheck } from '../compose/cli/run-check.js';
import type { CheckReport, RoomSdl } from '../compose/index.js';
import { changed, homes, people, rooms } from './rooms.js';

let root: string;

const git = (...args: string[]): string =>
  execFileSync('git', ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@t.test', ...args], {
    encoding: 'utf8',
  });

/** Puts files into schema/ in the working tree. */
async function put(folder: string, files: Record<string, string>): Promise<void> {
  await rm(join(root, 'schema', folder), { recursive: true, force: true });
  await mkdir(join(root, 'schema', folder), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(root, 'schema', folder, name), content);
  }
}

const putRooms = (current: RoomSdl[]): Promise<void> =>
  put('subgraphs', Object.fromEntries(current.map((one) => [`${one.name}.graphql`, one.sdl])));

const commit = (): void => {
  git('add', '-A');
  git('commit', '--quiet', '--allow-empty', '--message', 'x');
};

async function check(
  day = '2026-11-21',
  args = ['--against', 'HEAD'],
): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const io = {
    root,
    now: new Date(`${day}T12:00:00Z`),
    write: (line: string) => lines.push(line),
  };
  const code = await runCheck(args, io);
  return { code, text: lines.join('\n') };
}

async function report(day?: string): Promise<CheckReport & { code: number }> {
  const { code, text } = await check(day, ['--against', 'HEAD', '--json']);
  return { code, ...(JSON.parse(text) as CheckReport) };
}

const messages = (changes: { message: string }[]): string =>
  changes.map((change) => change.message).join('\n');

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'propertea-check-'));
  git('init', '--quiet');
  commit();
});

afterEach(() => rm(root, { recursive: true }));

test('a ref without schema/ is said to have nothing to compare, and passes', async () => {
  await putRooms(rooms);
  const { code, text } = await check();
  expect(text).toContain('HEAD has no committed rooms: nothing to compare.');
  expect(code).toBe(0);
});

test('a ref that git does not know ends in one sentence and exit code 2', async () => {
  const { code, text } = await check('2026-11-21', ['--against', 'no-such-branch']);
  expect([code, text]).toEqual([2, 'git knows no commit "no-such-branch" here.']);
});

test('an option that does not exist ends in one sentence and exit code 2', async () => {
  const { code, text } = await check('2026-11-21', ['--agianst', 'HEAD']);
  expect(code).toBe(2);
  expect(text).toMatch(/^Unknown option '--agianst'/);
});

test('without a ref only composition and conventions are checked', async () => {
  await putRooms([changed(homes, '"As on the door."', ''), people]);
  const { code, text } = await check('2026-11-21', []);
  expect(code).toBe(1);
  expect(text).toContain('Home.code (homes): The field has no description. [descriptions]');
  expect(text).not.toContain('Compared');
});

describe('against a commit with two rooms', () => {
  beforeEach(async () => {
    await putRooms(rooms);
    commit();
  });

  test('an unchanged tree passes', async () => {
    const { code, text } = await check();
    expect(code).toBe(0);
    expect(text).toContain('api: unchanged');
    expect(text).toContain('public: unchanged');
  });

  test('a removed public field breaks both contracts by name and ends with exit code 1', async () => {
    await putRooms([
      changed(homes, '"As on the door."\n  code: String! @tag(name: "public")', ''),
      people,
    ]);
    const { code, text } = await check();
    expect(code).toBe(1);
    expect(text).toMatch(
      /api: 1 breaking[^]*breaking +Field 'code' was removed from object type 'Home'/,
    );
    expect(text).toContain('breaks the api contract and breaks the public contract');
  });

  test('a field that loses its tag breaks the public contract only', async () => {
    await putRooms([changed(homes, 'code: String! @tag(name: "public")', 'code: String!'), people]);
    const { code, contracts } = await report();
    expect(code).toBe(1);
    expect(contracts.api).toEqual({ breaking: [], dangerous: [], safe: [] });
    expect(messages(contracts.public.breaking)).toBe(
      "Field 'code' was removed from object type 'Home'",
    );
  });

  test('a field that becomes inaccessible breaks the api contract', async () => {
    await putRooms([changed(homes, 'remark: String', 'remark: String @inaccessible'), people]);
    const { contracts } = await report();
    expect(messages(contracts.api.breaking)).toContain("Field 'remark' was removed");
    expect(contracts.public.breaking).toEqual([]);
  });

  test('a new enum value is dangerous and passes', async () => {
    await putRooms([changed(homes, '  HOUSE\n', '  HOUSE\n  "On the water."\n  BOAT\n'), people]);
    const { code, contracts, ok } = await report();
    expect([code, ok]).toEqual([0, true]);
    expect(messages(contracts.api.dangerous)).toContain("'BOAT' was added to enum 'Category'");
    expect(messages(contracts.public.dangerous)).toContain('BOAT');
  });

  test('a new field is safe', async () => {
    await putRooms([
      homes,
      changed(people, 'name: String!', 'name: String!\n  "Home town."\n  town: String'),
    ]);
    const { code, contracts } = await report();
    expect(code).toBe(0);
    expect(messages(contracts.api.safe)).toContain(
      "Field 'town' was added to object type 'Person'",
    );
    expect(contracts.public.safe).toEqual([]);
  });

  test('a room that is gone breaks the api contract', async () => {
    await putRooms([homes]);
    expect(messages((await report()).contracts.api.breaking)).toContain(
      "Type 'Person' was removed",
    );
  });

  test('rooms that do not compose fail with code and room', async () => {
    await putRooms([homes, changed(people, 'resident: Person', 'code: Int')]);
    const { code, composition } = await report();
    expect(code).toBe(1);
    expect(composition[0]).toMatchObject({
      code: 'FIELD_TYPE_MISMATCH',
      rooms: ['homes', 'people'],
    });
    expect((await check()).text).toContain('does not compose');
  });

  test('a commit that did not compose does not stop its repair', async () => {
    await putRooms([homes, changed(people, 'resident: Person', 'code: Int')]);
    commit();
    await putRooms(rooms);
    const { code, text } = await check();
    expect(text).toContain('The rooms of HEAD do not compose: nothing to compare.');
    expect(code).toBe(0);
  });
});

describe('documents of portals', () => {
  const manifest = (body: string): string =>
    JSON.stringify({
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: 'a', name: 'Home', type: 'query', body }],
    });
  const asksRemark = manifest('query Home($id: ID!) { home(id: $id) { remark } }');
  const asksCode = manifest('query Home($id: ID!) { home(id: $id) { code } }');
  const withoutRemark = changed(homes, '"What the office thinks of it."\n  remark: String', '');

  beforeEach(async () => {
    await putRooms(rooms);
    await put('operations', { 'office.json': asksRemark, 'office.old.json': asksRemark });
    commit();
  });

  test('those that the schema no longer fits are named, for each release apart', async () => {
    await putRooms([withoutRemark, people]);
    await put('operations', { 'office.json': asksCode, 'office.old.json': asksRemark });
    const { code, documents } = await report();
    expect(code).toBe(1);
    expect(documents.map(({ release, name }) => `${name} of ${release}`)).toEqual([
      'Home of office at HEAD',
      'Home of office.old',
    ]);
    expect((await check()).text).toContain(
      'Home of office.old: Cannot query field "remark" on type "Home"',
    );
  });

  test('a release whose file is gone runs no more', async () => {
    await put('operations', { 'office.json': asksCode });
    commit();
    await putRooms([withoutRemark, people]);
    expect((await report()).documents).toEqual([]);
  });

  test('a file that is no manifest ends in one sentence and exit code 2', async () => {
    await put('operations', { 'office.json': '{}' });
    expect(await check()).toEqual({
      code: 2,
      text: 'schema/operations: office is no manifest of documents.',
    });
  });
});

describe('deprecation', () => {
  const deprecated = changed(
    people,
    'name: String!',
    'name: String! @deprecated(reason: "Use title. Remove after 2027-06-01.")',
  );
  const gone = changed(people, '  "What they are called."\n  name: String!\n', '');

  test('fails from the day after the one that it names, naming the room', async () => {
    await putRooms([homes, deprecated]);
    expect((await report('2027-06-01')).code).toBe(0);
    const late = await report('2027-06-02');
    expect(late.code).toBe(1);
    expect(late.conventions).toEqual([
      expect.objectContaining({
        rule: 'deprecations',
        coordinate: 'Person.name',
        rooms: ['people'],
      }),
    ]);
  });

  test('a removal breaks before the day and is safe after it', async () => {
    await putRooms([homes, deprecated]);
    commit();
    await putRooms([homes, gone]);
    expect(messages((await report('2027-06-01')).contracts.api.breaking)).toContain(
      "Field 'name' (deprecated) was removed",
    );
    const late = await report('2027-06-02');
    expect(late.code).toBe(0);
    expect(messages(late.contracts.api.safe)).toContain("'Person.name' was removed");
  });

  test('takes along the types that only it reached, and no others', async () => {
    const old = changed(
      homes,
      '"What the office thinks of it."\n  remark: String',
      `
  "Old."
  remark: Remark @deprecated(reason: "Remove after 2027-06-01.")`,
    );
    const types =
      '\n"Old."\ntype Remark {\n  "Old."\n  text: String\n  "Old."\n  tone: Tone\n}\n"Old."\nenum Tone {\n  "Old."\n  KIND\n}\n';
    await putRooms([{ ...old, sdl: `${old.sdl}${types}` }, people]);
    commit();
    await putRooms([
      changed(homes, '"What the office thinks of it."\n  remark: String', ''),
      people,
    ]);
    const late = await report('2027-06-02');
    expect(late.contracts.api.breaking).toEqual([]);
    expect(late.contracts.api.safe.map((change) => change.path)).toEqual([
      'Home.remark',
      'Remark',
      'Tone',
    ]);
  });
});

describe('events', () => {
  const schema = (properties: object, required: string[]): string =>
    JSON.stringify({ title: 'home.changed.v1', type: 'object', properties, required });
  const before = schema({ code: { type: 'string' }, floor: { type: 'integer' } }, ['code']);
  const file = 'home.changed.v1.json';

  beforeEach(async () => {
    await put('events', { [file]: before });
    commit();
  });

  test.each([
    [
      'an optional addition is safe',
      { code: { type: 'string' }, floor: { type: 'integer' }, area: {} },
      ['code'],
      0,
      'home.changed.v1/area was added',
    ],
    [
      'a required addition breaks',
      { code: { type: 'string' }, floor: { type: 'integer' }, area: {} },
      ['code', 'area'],
      1,
      'home.changed.v1/area was added and is required',
    ],
    [
      'a removal breaks',
      { code: { type: 'string' } },
      ['code'],
      1,
      'home.changed.v1/floor was removed',
    ],
    [
      'another type breaks',
      { code: { type: 'number' }, floor: { type: 'integer' } },
      ['code'],
      1,
      'home.changed.v1/code/type "string" became "number"',
    ],
    [
      'a limit that was not there breaks',
      { code: { type: 'string', maxLength: 9 }, floor: { type: 'integer' } },
      ['code'],
      1,
      'home.changed.v1/code/maxLength nothing became 9',
    ],
    [
      'what becomes required breaks',
      { code: { type: 'string' }, floor: { type: 'integer' } },
      ['code', 'floor'],
      1,
      'home.changed.v1/floor became required',
    ],
    [
      'what becomes optional breaks',
      { code: { type: 'string' }, floor: { type: 'integer' } },
      [],
      1,
      'home.changed.v1/code became optional',
    ],
    [
      'a description changes nothing',
      { code: { type: 'string', description: 'x' }, floor: { type: 'integer' } },
      ['code'],
      0,
      'events: unchanged',
    ],
  ])('%s within a version', async (_, properties, required, code, text) => {
    await put('events', { [file]: schema(properties, required) });
    const result = await check();
    expect(result.text).toContain(text);
    expect(result.code).toBe(code);
  });

  test('a new version beside the old one is safe; the old one may go after that', async () => {
    await put('events', { [file]: before, 'home.changed.v2.json': '{}' });
    expect((await report()).contracts.events).toMatchObject({ breaking: [], dangerous: [] });
    await put('events', { 'home.changed.v2.json': '{}' });
    const { code, contracts } = await report();
    expect(code).toBe(0);
    expect(messages(contracts.events.dangerous)).toContain('home.changed.v1 is gone');
  });

  test('an event that goes without a newer version breaks', async () => {
    await put('events', {});
    expect(messages((await report()).contracts.events.breaking)).toBe(
      'Event home.changed.v1 is gone.',
    );
  });
});
