import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What the gateway serves, as it was committed together. */
export interface SchemaFiles {
  readonly supergraphSdl: string;
  /** What of it integrators see; undefined where nothing is public. */
  readonly publicSdl: string | undefined;
}

/** Where the public contract lies: beside the supergraph. */
const publicPath = (path: string): string => join(dirname(path), 'public.graphql');

export async function readSchemaFiles(path: string): Promise<SchemaFiles> {
  const supergraphSdl = await readFile(path, 'utf8');
  const publicSdl = await readFile(publicPath(path), 'utf8').catch(unlessAbsent);
  // Composition writes a file with a comment while nothing is public.
  return { supergraphSdl, publicSdl: publicSdl?.includes('type Query') ? publicSdl : undefined };
}

/** Another text as soon as one of the files is another one. */
export async function stampOf(path: string): Promise<string> {
  const found = await Promise.all([stat(path), stat(publicPath(path)).catch(unlessAbsent)]);
  return found.map((file) => (file ? `${file.mtimeMs}/${file.size}/${file.ino}` : '')).join(' ');
}

function unlessAbsent(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error;
}
