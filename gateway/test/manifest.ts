import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export const idOf = (body: string): string => createHash('sha256').update(body).digest('hex');

/** Writes what a release of a portal asks, as `npm run generate` does. */
export async function writeManifest(
  folder: string,
  release: string,
  operations: Record<string, string>,
): Promise<void> {
  const manifest = {
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: Object.entries(operations).map(([name, body]) => ({
      id: idOf(body),
      name,
      type: body.split(' ')[0],
      body,
    })),
  };
  const path = join(folder, `${release}.json`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(manifest));
}
