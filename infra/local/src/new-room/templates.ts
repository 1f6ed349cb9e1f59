import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RoomNames } from './names.js';

/** A file to write, by its path from the root of the repository. */
export interface FileToWrite {
  path: string;
  content: string;
}

const folder = fileURLToPath(new URL('../../templates/room/', import.meta.url));

/** What the generated room imports; versions are those of an existing room. */
const used = new Set([
  '@propertea/kernel',
  '@propertea/chassis',
  '@propertea/schema',
  'type-graphql',
  'graphql',
  '@mikro-orm/core',
  '@mikro-orm/postgresql',
  '@mikro-orm/decorators',
  'zod',
]);

function fill(text: string, names: RoomNames): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (placeholder, key: string) => {
    const value: unknown = Reflect.get(names, key);
    if (typeof value !== 'string') throw new Error(`no value for ${placeholder}`);
    return value;
  });
}

/** The files of a new room: the templates, and package.json and tsconfig.json in the shape of `model`'s. */
export async function roomFiles(
  root: string,
  names: RoomNames,
  model = 'organizations',
): Promise<FileToWrite[]> {
  const place = `subgraphs/${names.room}`;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.tmpl'));
  const filled = await Promise.all(
    files.map(async (entry) => {
      const source = join(entry.parentPath, entry.name);
      const path = source.slice(folder.length, -'.tmpl'.length).split(sep).join('/');
      return {
        path: `${place}/${fill(path, names)}`,
        content: fill(await readFile(source, 'utf8'), names),
      };
    }),
  );
  const manifest: { dependencies: Record<string, string> } = JSON.parse(
    await readFile(join(root, 'subgraphs', model, 'package.json'), 'utf8'),
  );
  const dependencies = Object.fromEntries(
    Object.entries(manifest.dependencies).filter(([name]) => used.has(name)),
  );
  const own = { ...manifest, name: `@propertea/${names.room}`, dependencies };
  return [
    ...filled,
    { path: `${place}/package.json`, content: `${JSON.stringify(own, null, 2)}\n` },
    {
      path: `${place}/tsconfig.json`,
      content: await readFile(join(root, 'subgraphs', model, 'tsconfig.json'), 'utf8'),
    },
  ];
}
