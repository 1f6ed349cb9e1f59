import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { NameRefused, roomNames } from './names.js';
import type { RoomNames } from './names.js';
import { registrations } from './registrations.js';
import { roomFiles } from './templates.js';
import type { FileToWrite } from './templates.js';

const usage = 'npm run new:room <name> [-- --aggregate <Type>] [--no-build]';
const repository = fileURLToPath(new URL('../../../../', import.meta.url));

function namesFrom(args: readonly string[]): { names: RoomNames; build: boolean } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { aggregate: { type: 'string' }, 'no-build': { type: 'boolean', default: false } },
  });
  const [room, ...more] = positionals;
  if (!room || more.length > 0) throw new NameRefused(`Name one room: ${usage}`);
  return { names: roomNames(room, values.aggregate), build: !values['no-build'] };
}

/** Writes the room and its registrations below `root`. Refuses before it writes anything. */
export async function writeRoom(root: string, names: RoomNames): Promise<FileToWrite[]> {
  const folder = `subgraphs/${names.room}`;
  const events = `schema/events/${names.room}.ts`;
  for (const path of [folder, events]) {
    if (existsSync(join(root, path))) {
      throw new NameRefused(`${path} is there already; nothing was written.`);
    }
  }
  const files = [...(await roomFiles(root, names)), ...(await registrations(root, names))];
  for (const { path, content } of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return files;
}

/** Runs a program of the repository and shows its output; true when it succeeded. */
function succeeds(title: string, program: string, args: readonly string[]): boolean {
  console.log(`… ${title}`);
  const { status } = spawnSync(program, args, {
    cwd: repository,
    stdio: 'inherit',
    // npm prepends scripts with variables of its own; the product reads none of them.
    env: process.env,
  });
  if (status !== 0) console.error(`✗ ${title} failed; repair it and repeat it.`);
  return status === 0;
}

/** Links the workspace, generates the contracts and runs the room's own tests. */
function putIntoUse(names: RoomNames, files: readonly FileToWrite[]): boolean {
  const npm = process.env['npm_execpath'];
  const install = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const node = process.execPath;
  const formatted = files.map(({ path }) => path).filter((path) => /\.(ts|json)$/.test(path));
  return (
    succeeds('format', node, ['node_modules/oxfmt/bin/oxfmt', ...formatted]) &&
    succeeds('npm install', npm ? node : 'npm', npm ? [npm, ...install] : install) &&
    succeeds('generate', node, ['infra/local/bin/run.mjs', 'generate']) &&
    succeeds('tests', node, ['infra/gate/bin/test.mjs', `subgraphs/${names.room}`])
  );
}

/** The command `new:room`. Returns the exit code: 1 where something failed, 2 for a refused name. */
export async function runNewRoom(args: readonly string[]): Promise<number> {
  try {
    const { names, build } = namesFrom(args);
    const files = await writeRoom(repository, names);
    console.log(files.map(({ path }) => `  ${path}`).join('\n'));
    if (build && !putIntoUse(names, files)) return 1;
    console.log(`The room ${names.room} stands in subgraphs/${names.room}. "npm test" is next.`);
    return 0;
  } catch (error) {
    const refused = error instanceof NameRefused || error instanceof TypeError;
    console.error(error instanceof Error ? error.message : error);
    return refused ? 2 : 1;
  }
}
