import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const texts = z.array(z.string());
const releaseSchema = z.object({
  name: z.string(),
  date: z.iso.date(),
  contracts: z.object({ public: z.object({ breaking: texts, dangerous: texts, safe: texts }) }),
});

/** What a release changed in the public contract. */
export interface Release {
  readonly name: string;
  readonly date: string;
  readonly breaking: readonly string[];
  readonly dangerous: readonly string[];
  readonly safe: readonly string[];
}

/** The releases recorded beside the supergraph, the newest first. Rejects where a record cannot be read. */
export async function readReleases(supergraphPath: string): Promise<Release[]> {
  const folder = join(dirname(supergraphPath), 'changelog');
  const names = await readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith('.json')).toSorted();
  const releases = await Promise.all(
    files.map(async (name) =>
      releaseSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8'))),
    ),
  );
  return releases
    .map(({ name, date, contracts }) => ({ name, date, ...contracts.public }))
    .filter(({ breaking, dangerous, safe }) => breaking.length + dangerous.length + safe.length > 0)
    .toReversed();
}
