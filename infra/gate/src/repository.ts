import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './command.js';

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

/** Files that git knows or would add, relative to the root. */
export async function sourceFiles(): Promise<string[]> {
  const listing = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  });
  if (listing.code !== 0) throw new Error(`git ls-files: ${listing.output}`);
  return [...new Set(listing.output.split('\n').filter(Boolean))].toSorted();
}

/** The path of a program that a package installs, to be run by this Node. */
export function binary(path: string): string {
  return join(root, 'node_modules', path);
}
