import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, with a slash at its end. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface Manifest {
  name: string;
  workspaces?: string[];
  exports?: Record<string, string | Record<string, string>>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

export interface Workspace {
  /** Relative to the root, with forward slashes; empty for the root itself. */
  folder: string;
  manifest: Manifest;
}

function manifestOf(folder: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function expand(pattern: string): string[] {
  if (!pattern.endsWith('/*')) return [pattern];
  const parent = pattern.slice(0, -2);
  return readdirSync(join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${parent}/${entry.name}`);
}

/** The root and every npm workspace below it. */
export function workspaces(): Workspace[] {
  const own = manifestOf('');
  if (!own) throw new Error(`no package.json in ${root}`);
  const found: Workspace[] = [{ folder: '', manifest: own }];
  for (const folder of (own.workspaces ?? []).flatMap(expand)) {
    const manifest = manifestOf(folder);
    if (manifest) found.push({ folder, manifest });
  }
  return found;
}

const notOurs = new Set([
  'node_modules',
  'dist',
  'coverage',
  '.git',
  '.next',
  '.nx',
  '.propertea',
  'generated',
]);

/** Files on disk that somebody wrote, relative to the root; with or without git. */
export function sourceFiles(): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : walk(path);
      return entry.isFile() ? [path] : [];
    });
  return walk('').toSorted();
}

/** The path of a program that a package installs, to be run by this Node. */
export function binary(path: string): string {
  return join(root, 'node_modules', path);
}
