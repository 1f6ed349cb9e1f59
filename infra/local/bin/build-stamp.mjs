import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SHARED = ['package-lock.json', 'tsconfig.base.json', 'nx.json', 'lerna.json'];
const SKIPPED = new Set(['node_modules', 'dist', '.next', 'coverage', '.propertea', '.nx']);
/** Written by tools, each time a little different, or read by nobody who builds. */
const UNREAD = /\.test\.tsx?$|\.md$|\.log$|\.tsbuildinfo$|^next-env\.d\.ts$/;
/** Folders of a workspace that only its tests read. */
const TEST_FOLDERS = ['test', 'e2e'];
/** What a portal reads of the contract beside its own generated documents. */
const CONTRACT = ['schema/api.graphql', 'schema/rules.json'];

/**
 * What is built, and noted as built, on its own: the house, then each portal, so that a change in a room does
 * not wait for the portals and the other way round.
 * @returns {{ name: string, workspaces: string[], folders: string[], files: string[], outputs: string[] }[]}
 */
export function buildKinds(root) {
  const all = buildable(root);
  const portals = all.filter(isPortal);
  const house = all.filter((workspace) => !isPortal(workspace));
  return [
    {
      name: 'house',
      workspaces: house.map(({ name }) => name),
      folders: house.map(({ folder }) => folder),
      files: [],
      outputs: house.map(({ folder }) => `${folder}/dist`),
    },
    ...portals.map(({ name, folder }) => ({
      name: folder.split('/')[1],
      workspaces: [name],
      folders: [folder, ...ourDependencies(root, name)],
      files: CONTRACT,
      // `next dev` writes into the same folder, a build its id at the end.
      outputs: [`${folder}/.next/BUILD_ID`],
    })),
  ];
}

/**
 * Whether a kind was built from exactly these sources. Reading a few hundred small files takes tens of
 * milliseconds, where asking lerna takes seconds.
 */
export function buildIsCurrent(root, kind) {
  const hash = hashSources(root, kind);
  const file = stampFile(root, kind);
  const current =
    existsSync(file) &&
    readFileSync(file, 'utf8') === hash &&
    kind.outputs.every((output) => existsSync(join(root, output)));
  return { current, hash };
}

export function noteBuild(root, kind, hash) {
  // What changed while it was built belongs to the next build: note the state from before.
  writeFileSync(stampFile(root, kind), hash);
}

const stampFile = (root, { name }) => join(root, `node_modules/.propertea-build-${name}`);
const isPortal = ({ folder }) => folder.startsWith('portals/');

/** Every workspace, its folder relative to the root. */
function workspaces(root) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return manifest.workspaces
    .flatMap((pattern) => {
      if (!pattern.endsWith('/*')) return [pattern];
      const parent = pattern.slice(0, -2);
      if (!existsSync(join(root, parent))) return [];
      return readdirSync(join(root, parent)).map((name) => `${parent}/${name}`);
    })
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .toSorted()
    .map((folder) => {
      const file = join(root, folder, 'package.json');
      const { name, scripts, dependencies } = JSON.parse(readFileSync(file, 'utf8'));
      return {
        folder,
        name,
        isBuilt: Boolean(scripts?.build),
        needs: Object.keys(dependencies ?? {}),
      };
    });
}

const buildable = (root) => workspaces(root).filter(({ isBuilt }) => isBuilt);

/** Folders of the workspaces that a workspace stands on, however far away. */
function ourDependencies(root, name) {
  const all = workspaces(root);
  const found = new Set();
  const visit = (wanted) => {
    const workspace = all.find((each) => each.name === wanted);
    if (!workspace || found.has(workspace)) return;
    found.add(workspace);
    workspace.needs.forEach(visit);
  };
  visit(name);
  return [...found].filter((each) => each.name !== name).map(({ folder }) => folder);
}

function hashSources(root, { folders, files }) {
  const hash = createHash('sha1');
  const add = (path) => {
    const file = join(root, path);
    if (!existsSync(file)) return;
    hash.update(`\0${path}\0`).update(readFileSync(file));
  };
  [...SHARED, ...files].forEach(add);
  const tests = new Set(
    folders.flatMap((folder) => TEST_FOLDERS.map((name) => `${folder}/${name}`)),
  );
  const walk = (folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        // A package's own test folder is compiled by nobody.
        if (!SKIPPED.has(entry.name) && !tests.has(path)) walk(path);
      } else if (entry.isFile() && !UNREAD.test(entry.name)) {
        add(path);
      }
    }
  };
  folders.forEach(walk);
  return hash.digest('hex');
}
