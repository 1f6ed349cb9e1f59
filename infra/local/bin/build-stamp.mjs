import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SHARED = ['package-lock.json', 'tsconfig.base.json', 'nx.json', 'lerna.json'];
const SKIPPED = new Set(['node_modules', 'dist', '.next', 'coverage', '.propertea', '.nx']);

const stampFile = (root) => join(root, 'node_modules/.propertea-build');

/**
 * Whether every workspace was built from exactly these sources. Reading a few hundred small files takes
 * tens of milliseconds, where asking lerna takes seconds.
 */
export function buildIsCurrent(root) {
  const hash = hashSources(root);
  const built =
    existsSync(stampFile(root)) &&
    readFileSync(stampFile(root), 'utf8') === hash &&
    workspaces(root).every((folder) =>
      ['dist', '.next'].some((output) => existsSync(join(root, folder, output))),
    );
  return { current: built, hash };
}

export function noteBuild(root, hash) {
  // What changed while it was built belongs to the next build: note the state from before.
  writeFileSync(stampFile(root), hash);
}

/** Folders, relative to the root, of all workspaces that have something to build. */
export function workspaces(root) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return manifest.workspaces
    .flatMap((pattern) => {
      if (!pattern.endsWith('/*')) return [pattern];
      const parent = pattern.slice(0, -2);
      if (!existsSync(join(root, parent))) return [];
      return readdirSync(join(root, parent)).map((name) => `${parent}/${name}`);
    })
    .filter((folder) => {
      const file = join(root, folder, 'package.json');
      return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).scripts?.build;
    })
    .toSorted();
}

function hashSources(root) {
  const hash = createHash('sha1');
  const add = (path) => {
    const file = join(root, path);
    if (!existsSync(file)) return;
    hash.update(`\0${path}\0`).update(readFileSync(file));
  };
  SHARED.forEach(add);
  const folders = workspaces(root);
  const tests = new Set(folders.map((folder) => `${folder}/test`));
  const walk = (folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        // A package's own test folder is compiled by nobody.
        if (!SKIPPED.has(entry.name) && !tests.has(path)) walk(path);
      } else if (entry.isFile() && !/\.test\.ts$|\.md$|\.log$/.test(entry.name)) {
        add(path);
      }
    }
  };
  folders.forEach(walk);
  return hash.digest('hex');
}
