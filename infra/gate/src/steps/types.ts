import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runNode } from '../command.js';
import type { Outcome, Step } from '../report.js';
import { binary, root, workspaces } from '../repository.js';

const tsc = binary('typescript/bin/tsc');
const problem = /error TS\d+/g;

async function compile(args: string[]): Promise<Outcome> {
  const { code, output } = await runNode([tsc, ...args], { cwd: root });
  const errors = output.match(problem)?.length ?? 0;
  return {
    ok: code === 0,
    summary: code === 0 ? 'no errors' : `${errors} errors`,
    details: output,
  };
}

/** Folders of the TypeScript projects that tsconfig.json names. */
function references(): string[] {
  const config: { references: { path: string }[] } = JSON.parse(
    readFileSync(join(root, 'tsconfig.json'), 'utf8'),
  );
  return config.references.map(({ path }) => path);
}

export const types: Step = {
  title: 'types',
  async run() {
    const outcome = await compile(['-b']);
    const referenced = references();
    // A workspace that nobody references would never be checked.
    const missing = workspaces()
      .map(({ folder }) => folder)
      .filter((folder) => folder && !folder.startsWith('portals/') && !referenced.includes(folder));
    if (missing.length === 0) return outcome;
    const details = `not among the references of tsconfig.json: ${missing.join(', ')}\n`;
    return { ok: false, summary: outcome.summary, details: details + (outcome.details ?? '') };
  },
};

/** What workspaces build beyond types, such as the explorer's bundle: lerna, in topological order. */
export const build: Step = {
  title: 'build',
  async run() {
    const { code, output } = await runNode([join(root, 'infra/local/bin/run.mjs'), 'build'], {
      cwd: root,
    });
    return { ok: code === 0, summary: code === 0 ? 'all workspaces' : 'failed', details: output };
  },
};

/**
 * Test files belong to no project, so that dist holds none. One project over all of them is written
 * here; it references the others, so that a class imported from a source and one from a package's
 * declarations are the same type.
 */
function writeTestProject(): string {
  const folder = join(root, 'infra/gate/dist');
  const from = (path: string) => relative(folder, join(root, path)).replaceAll('\\', '/');
  const places = references();
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'tsconfig.tests.json');
  const project = {
    extends: from('tsconfig.base.json'),
    compilerOptions: {
      composite: false,
      incremental: false,
      noEmit: true,
      declaration: false,
      declarationMap: false,
      lib: ['ES2024', 'ESNext.Array'],
      rootDir: from(''),
      typeRoots: [from('node_modules/@types')],
      types: ['node', 'jest'],
    },
    include: places.flatMap((place) => [
      from(`${place}/**/*.test.ts`),
      from(`${place}/test/**/*.ts`),
    ]),
    exclude: places.flatMap((place) => [from(`${place}/dist`), from(`${place}/node_modules`)]),
    references: places.map((place) => ({ path: from(place) })),
  };
  writeFileSync(path, JSON.stringify(project, null, 2));
  return path;
}

export const testTypes: Step = {
  title: 'types of tests',
  run: () => compile(['-p', writeTestProject()]),
};
