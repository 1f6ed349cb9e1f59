import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChangelog } from '../compose/cli/run-changelog.js';
import { runCheck } from '../compose/cli/run-check.js';
import { compose, paths, subgraphFile } from '../compose/index.js';
import { changed, homes, people, rooms } from './rooms.js';

let root: string;

const renamed = [
  homes,
  changed(people, 'name: String!', 'name: String!\n  "Among friends."\n  nickname: String'),
];

const git = (...args: string[]): string =>
  execFileSync('git', ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@t.test', ...args], {
    encoding: 'utf8',
  });

async function put(current: typeof rooms): Promise<void> {
  const contract = compose(current);
  await mkdir(join(root, paths.subgraphs), { recursive: true });
  for (const { name, sdl } of current) await writeFile(join(root, subgraphFile(name)), sdl);
  await writeFile(join(root, paths.api), contract.apiSdl);
  await writeFile(join(root, paths.public), contract.publicSdl ?? '');
}

function commit(): void {
  git('add', '-A');
  git('commit', '--quiet', '--message', 'x');
}

async function run(command: typeof runChangelog, ...args: string[]) {
  const lines: string[] = [];
  const now = new Date('2026-11-21T12:00:00Z');
  const code = await command(args, { root, now, write: (line) => lines.push(line) });
  return { code, text: lines.join('\n') };
}
const record = (name: string) => run(runChangelog, '--name', name);
const page = () => readFile(join(root, paths.changelogPage), 'utf8');

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'changelog-'));
  git('init', '--quiet');
  await put(rooms);
});
afterEach(() => rm(root, { recursive: true, force: true }));

it('each release says what it changed since the one before, and the check what none has said', async () => {
  expect((await record('first')).text).toMatch('schema/changelog/0001-first.json is written');
  commit();
  expect(await record('second')).toEqual({ code: 0, text: 'Nothing has changed.' });
  expect((await run(runCheck)).text).not.toMatch('changelog');

  await put(renamed);
  expect(await run(runCheck)).toEqual({
    code: 0,
    text: expect.stringContaining('The changelog lacks changes of api'),
  });
  expect(await run(runCheck, '--release')).toEqual({
    code: 1,
    text: expect.stringMatching(
      /npm run schema:changelog -- --name <release>[\s\S]*has changes that the changelog does not tell/,
    ),
  });
  expect((await record('second')).text).toMatch('0002-second.json');
  const text = await page();
  expect(text.indexOf('## second (2026-11-21)')).toBeLessThan(text.indexOf('## first'));
  expect(text).toMatch(/nickname/);
  expect((await run(runCheck, '--release')).code).toBe(0);
  expect((await run(runCheck)).text).not.toMatch('changelog');
});

it('says what keeps it from recording', async () => {
  expect(await run(runChangelog)).toEqual({ code: 2, text: expect.stringMatching('Say --name') });
  expect((await record('a/b')).text).toMatch('letters, digits');
  await record('first');
  expect((await record('first')).text).toMatch('already');
  await put(renamed);
  expect((await record('second')).text).toMatch('Commit schema/changelog/0001-first.json first');
});
