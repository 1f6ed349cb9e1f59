import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Step } from '../report.js';
import { root, workspaces } from '../repository.js';

const page = 'docs/dependencies.md';

/** Every package of others that a workspace names, with the workspaces that name it. */
function direct(): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const { folder, manifest } of workspaces()) {
    const names = [
      manifest.dependencies,
      manifest.devDependencies,
      manifest.optionalDependencies,
    ].flatMap((group) => Object.keys(group ?? {}));
    for (const name of names.filter((found) => !found.startsWith('@propertea/')))
      users.set(name, [...(users.get(name) ?? []), folder || 'the root']);
  }
  return users;
}

/** Names in the first column of the page's tables; several may share a row. */
function described(): Set<string> {
  const rows = readFileSync(join(root, page), 'utf8')
    .split('\n')
    .filter((row) => row.startsWith('|'));
  return new Set(
    rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []),
    ),
  );
}

/** conventions: a dependency has one line that says why it and not its rivals. */
export const dependencies: Step = {
  title: 'dependencies',
  async run() {
    const used = direct();
    const known = described();
    const missing = [...used].filter(([name]) => !known.has(name));
    const stale = [...known].filter((name) => !used.has(name));
    const ok = missing.length === 0 && stale.length === 0;
    return {
      ok,
      summary: ok
        ? `${used.size} direct ones, each with its reason`
        : `${missing.length} without a line, ${stale.length} lines too many`,
      details: [
        ...missing.map(([name, folders]) => `${name} (${folders.join(', ')}) is not in ${page}`),
        ...stale.map((name) => `${name} is in ${page}, but nobody depends on it`),
      ].join('\n'),
    };
  },
};
