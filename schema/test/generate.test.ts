import { cp, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGenerate } from '../compose/cli/run-generate.js';
import type { RoomContract } from '../compose/index.js';
import { changed, homes, people, rooms } from './rooms.js';

const repository = join(import.meta.dirname, '..', '..');
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'propertea-generate-'));
});

afterEach(() => rm(root, { recursive: true }));

async function run(
  served: RoomContract[],
  ...args: string[]
): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const io = { root, now: new Date(), write: (line: string) => lines.push(line) };
  const code = await runGenerate(args, io, async () => served);
  return { code, text: lines.join('\n') };
}

const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8');

test('a first run writes rooms, supergraph, api, public and events; a second writes nothing', async () => {
  const first = await run(rooms);
  expect(first.code).toBe(0);
  expect(first.text).toContain('added   schema/supergraph.graphql');
  expect(await read('schema/subgraphs/homes.graphql')).toBe(homes.sdl);
  expect(await read('schema/api.graphql')).toContain('resident: Person');
  expect(await read('schema/public.graphql')).not.toContain('Person');
  expect(JSON.parse(await read('schema/events/unit.changed.v1.json'))).toMatchObject({
    title: 'unit.changed.v1',
    required: expect.arrayContaining(['unitId', 'buildingId']),
  });

  const before = await stat(join(root, 'schema/api.graphql'));
  const second = await run(rooms);
  expect(second.text).toBe('The contract of 2 rooms is up to date.');
  expect((await stat(join(root, 'schema/api.graphql'))).mtimeMs).toBe(before.mtimeMs);
});

test('--check names the files that a changed room leaves behind and writes none', async () => {
  await run(rooms);
  const renamed = changed(people, 'name: String!', 'title: String!');
  const { code, text } = await run([homes, renamed], '--check');
  expect(code).toBe(1);
  expect(text).toContain('changed schema/api.graphql (+1 −1)');
  expect(text).toContain('npm run generate');
  expect(await read('schema/subgraphs/people.graphql')).toBe(people.sdl);
});

test('--check names the rules of inputs that were changed, and what was written says each of them', async () => {
  const rules = {
    renameHome: { name: { type: 'string', required: true, maxLength: 20 } },
  } as const;
  await run([homes, { ...people, rules }]);
  expect(JSON.parse(await read('schema/rules.json'))).toEqual(rules);
  const wider = { renameHome: { name: { ...rules.renameHome.name, maxLength: 30 } } };
  const { code, text } = await run([homes, { ...people, rules: wider }], '--check');
  expect(code).toBe(1);
  expect(text).toContain('changed schema/rules.json (+1 −1)');
});

test('the files of a room that is gone are removed', async () => {
  await run(rooms);
  const { text } = await run([homes]);
  expect(text).toContain('removed schema/subgraphs/people.graphql');
  expect((await run([homes], '--check')).code).toBe(0);
});

test('rooms that do not compose leave every file as it was', async () => {
  await run(rooms);
  const { code, text } = await run([homes, changed(people, 'resident: Person', 'code: Int')]);
  expect(code).toBe(1);
  expect(text).toContain('FIELD_TYPE_MISMATCH (homes, people)');
  expect(await read('schema/subgraphs/people.graphql')).toBe(people.sdl);
});

test('a tagged field that integrators cannot get is reported', async () => {
  const tagged = changed(people, 'viewer: Person', 'viewer: Person @tag(name: "public")');
  const { text } = await run([homes, tagged]);
  expect(text).toContain('Query.viewer is tagged public');
});

describe('a room that cannot be asked', () => {
  const io = (lines: string[]) => ({
    root,
    now: new Date(),
    write: (line: string) => lines.push(line),
  });

  test.each([
    ['is not built', undefined, 'The room homes is not built: run "npm run build" first.'],
    [
      'exports nothing',
      'export default undefined;',
      'The room homes has no definition as default export of subgraph.ts.',
    ],
    [
      'has another name',
      'export default { name: "house" };',
      'The room in subgraphs/homes calls itself "house".',
    ],
  ])('because it %s ends in one sentence', async (_, code, sentence) => {
    await mkdir(join(root, 'subgraphs/homes/dist'), { recursive: true });
    await writeFile(join(root, 'subgraphs/homes/package.json'), '{ "type": "module" }');
    if (code !== undefined) await writeFile(join(root, 'subgraphs/homes/dist/subgraph.js'), code);
    const lines: string[] = [];
    expect(await runGenerate([], io(lines))).toBe(1);
    expect(lines).toEqual([sentence]);
  });
});

describe('typed documents', () => {
  beforeEach(async () => {
    await cp(join(repository, 'codegen.ts'), join(root, 'codegen.ts'));
    await writeFile(join(root, 'package.json'), '{ "type": "module" }');
    await symlink(join(repository, 'node_modules'), join(root, 'node_modules'));
  });

  test('none are made while no package has documents', async () => {
    expect((await run(rooms)).text).not.toContain('gql');
  });

  test('documents that no longer fit are told with their places, and the contract is written all the same', async () => {
    await cp(join(repository, 'schema/codegen'), join(root, 'schema/codegen'), { recursive: true });
    const feature = join(root, 'portals/office/src/homes');
    const shared = join(root, 'portals/office/src/shared');
    for (const folder of [feature, shared]) await mkdir(folder, { recursive: true });
    await writeFile(
      join(shared, 'person.fragments.graphql'),
      'fragment Name on Person {\n  name\n}\nfragment Other on Person {\n  id\n}\n',
    );
    await writeFile(
      join(feature, 'home.graphql'),
      'query Home($id: ID!) {\n  home(id: $id) {\n    resident {\n      ...Name\n    }\n  }\n}\n',
    );
    expect((await run(rooms)).code).toBe(0);
    const types = await read('portals/office/src/homes/gql/graphql.ts');
    const renamed = [homes, changed(people, 'name: String!', 'title: String!')];
    const { code, text } = await run(renamed);
    expect(code).toBe(1);
    expect(text).toContain('changed schema/subgraphs/people.graphql (+1 −1)');
    expect(text).toContain('these places in documents do not fit it');
    expect(text).toContain(
      'portals/office/src/shared/person.fragments.graphql:2:3 Cannot query field "name" on type "Person".',
    );
    expect(await read('schema/api.graphql')).toContain('title: String!');
    expect(await read('portals/office/src/homes/gql/graphql.ts')).toBe(types);
    expect((await run(renamed, '--check')).code).toBe(1);
    await writeFile(join(feature, 'home.graphql'), 'query Home {');
    expect((await run(rooms)).text).toContain('portals/office/src/homes/home.graphql:1:13 Syntax');
  });

  test('a feature of a portal gets them for its documents, against the schema that was just composed', async () => {
    await cp(join(repository, 'schema/codegen'), join(root, 'schema/codegen'), { recursive: true });
    const feature = join(root, 'portals/office/src/homes');
    await mkdir(feature, { recursive: true });
    await writeFile(
      join(feature, 'home.graphql'),
      'query Home($id: ID!) { home(id: $id) { category resident { name } } }',
    );
    await run(rooms);
    const generated = await read('portals/office/src/homes/gql/graphql.ts');
    expect(generated).toMatch(/type Category =[^;]*\| 'FLAT'[^;]*\| 'HOUSE';/);
    expect(generated).toContain('id: string;');
    expect(generated).toContain('name: string }');
    expect(generated).toContain('DocumentNode<HomeQuery, HomeQueryVariables>');
    expect(await read('portals/office/src/homes/gql/hooks.ts')).toContain('const useHomeQuery =');
    const manifest = JSON.parse(await read('schema/operations/office.json')) as {
      operations: { id: string; name: string; body: string }[];
    };
    expect(manifest.operations).toEqual([
      expect.objectContaining({ name: 'Home', body: expect.stringContaining('__typename') }),
    ]);
    expect((await run(rooms, '--check')).code).toBe(0);
  });
});
