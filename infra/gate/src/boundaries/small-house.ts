import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { workspaces } from '../repository.js';
import type { Manifest, Workspace } from '../repository.js';
import type { Seed } from './seeds.js';

const empty = 'export const seeded = 1;\n';

/** Workspaces of later issues, so that their rules are proven before they exist. */
const future: Workspace[] = [
  { folder: 'packages/executor', manifest: { name: '@propertea/executor' } },
  { folder: 'portals/landlord', manifest: { name: '@propertea/landlord' } },
];

function targets({ exports = {} }: Manifest): string[] {
  return Object.values(exports)
    .map((target) => (typeof target === 'string' ? target : target.default))
    .filter((target) => target !== undefined);
}

/** Where the source of a built file lies: dist/index.js → src/index.ts, in schema dist/events → events. */
function sourceOf(folder: string, target: string): string {
  return target.replace('./dist/', folder === 'schema' ? './' : './src/').replace(/\.js$/, '.ts');
}

/** The packages that a seed imports, as empty ones, declared or not. */
const packages = ['pg', 'zod', 'left-pad', 'type-graphql', '@mikro-orm/core'];

export interface SmallHouse {
  folder: string;
  plant(seed: Seed): void;
  uproot(seed: Seed): void;
  remove(): void;
}

/**
 * A copy of the house in a temporary folder: every workspace with its real package.json and empty
 * files behind its exports. It needs no build and cannot be left dirty in the repository.
 */
export function buildSmallHouse(): SmallHouse {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'propertea-boundaries-')));
  const write = (file: string, text: string) => {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const real = workspaces();
  const all = [
    ...real,
    ...future.filter((each) => !real.some((other) => other.folder === each.folder)),
  ];
  for (const { folder: place, manifest } of all) {
    write(join(place, 'package.json'), JSON.stringify(manifest));
    if (!place) continue;
    for (const target of targets(manifest)) {
      write(join(place, target), empty);
      write(join(place, sourceOf(place, target)), empty);
    }
    const link = join(folder, 'node_modules', manifest.name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(folder, place), link, 'junction');
  }
  // What more than one part of a portal stands on.
  write('portals/landlord/src/shared/table.tsx', empty);
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, empty);
  }
  return {
    folder,
    plant({ file, code, beside }) {
      write(file, code);
      if (beside) write(beside.file, beside.code);
    },
    uproot({ file, beside }) {
      rmSync(join(folder, file));
      if (beside) rmSync(join(folder, beside.file));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
