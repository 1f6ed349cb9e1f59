import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runNode } from '../command.js';
import type { Outcome, Step } from '../report.js';
import { binary, root, sourceFiles, workspaces } from '../repository.js';

const tsc = binary('typescript/bin/tsc');
const problem = /error TS\d+/g;

/** Compiles each of the given projects; what one reports does not keep the next from being looked at. */
async function compile(...projects: string[][]): Promise<Outcome> {
  let output = '';
  let ok = true;
  for (const args of projects) {
    const compiled = await runNode([tsc, ...args], { cwd: root });
    output += compiled.output;
    ok &&= compiled.code === 0;
  }
  const errors = output.match(problem)?.length ?? 0;
  return { ok, summary: ok ? 'no errors' : `${errors} errors`, details: output };
}

/** Folders of the TypeScript projects that tsconfig.json names. */
function references(): string[] {
  const config: { references: { path: string }[] } = JSON.parse(
    readFileSync(join(root, 'tsconfig.json'), 'utf8'),
  );
  return config.references.map(({ path }) => path);
}

/** Folders of the portals. */
function portals(): string[] {
  return workspaces()
    .map(({ folder }) => folder)
    .filter((folder) => folder.startsWith('portals/'));
}

/** Folders that Next or a bundler compiles: no project of the build, but with a tsconfig.json of their own. */
function bundled(): string[] {
  const components = 'packages/ui';
  return [
    ...(existsSync(join(root, components, 'tsconfig.json')) ? [components] : []),
    ...portals(),
  ];
}

/** Next writes down which routes there are, for the types of links. Returns what went wrong, or nothing. */
async function writeRouteTypes(): Promise<string> {
  let trouble = '';
  for (const folder of portals()) {
    const { code, output } = await runNode([binary('next/dist/bin/next'), 'typegen', folder], {
      cwd: root,
      env: { NEXT_TELEMETRY_DISABLED: '1' },
    });
    if (code !== 0) trouble += `next typegen ${folder}:\n${output}\n`;
  }
  return trouble;
}

export const types: Step = {
  title: 'types',
  async run() {
    const trouble = await writeRouteTypes();
    const others = bundled();
    const compiled = await compile(['-b'], ...others.map((folder) => ['-p', folder]));
    const outcome: Outcome = trouble
      ? { ok: false, summary: 'no types of routes', details: trouble + (compiled.details ?? '') }
      : compiled;
    const checked = new Set([...references(), ...others]);
    // A workspace that nobody references would never be checked.
    const missing = workspaces()
      .map(({ folder }) => folder)
      .filter((folder) => folder && !checked.has(folder));
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

/** The compiler takes a project without a file for a mistake. */
function hasTests(place: string): boolean {
  return sourceFiles().some(
    (file) => file.startsWith(`${place}/`) && /\.test\.tsx?$|\/(e2e|test)\/.*\.ts$/.test(file),
  );
}

/** The tests of a portal or of the components, which its own project leaves out, with Jest's types. */
function writeBundledTestProject(place: string): string {
  const folder = join(root, 'infra/gate/dist');
  const from = (path: string) => relative(folder, join(root, path)).replaceAll('\\', '/');
  const path = join(folder, `tsconfig.tests.${place.replaceAll('/', '-')}.json`);
  const project = {
    extends: from(`${place}/tsconfig.json`),
    compilerOptions: {
      noEmit: true,
      incremental: false,
      tsBuildInfoFile: null,
      typeRoots: [from('node_modules/@types')],
      types: ['node', 'jest', 'react', 'react-dom'],
    },
    include: [
      from(`${place}/next-env.d.ts`),
      from(`${place}/src/**/*.d.ts`),
      from(`${place}/src/**/*.test.ts`),
      from(`${place}/src/**/*.test.tsx`),
      from(`${place}/test/**/*.ts`),
      from(`${place}/e2e/**/*.ts`),
    ],
    exclude: [from(`${place}/node_modules`)],
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, JSON.stringify(project, null, 2));
  return path;
}

export const testTypes: Step = {
  title: 'types of tests',
  run: () =>
    compile(
      ['-p', writeTestProject()],
      ...bundled()
        .filter(hasTests)
        .map((place) => ['-p', writeBundledTestProject(place)]),
    ),
};
