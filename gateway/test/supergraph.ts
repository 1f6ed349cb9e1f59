import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { mkdir, mkdtemp, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface Sdl {
  name: string;
  sdl: string;
}

/** Composes the rooms' SDL as `npm run generate` does. */
export function compose(rooms: readonly Sdl[]): string {
  const { errors, supergraphSdl } = composeServices(
    rooms.map(({ name, sdl }) => ({ name, url: `http://${name}`, typeDefs: parse(sdl) })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

/** Writes a schema folder like the committed one and returns the path of the supergraph. */
export async function writeSchema(
  rooms: readonly Sdl[],
  path?: string,
  publicSdl?: string,
): Promise<string> {
  const file =
    path ?? join(await mkdtemp(join(tmpdir(), 'propertea-gateway-')), 'supergraph.graphql');
  const folder = dirname(file);
  await mkdir(join(folder, 'subgraphs'), { recursive: true });
  for (const { name, sdl } of rooms) {
    await writeFile(join(folder, 'subgraphs', `${name}.graphql`), sdl);
  }
  if (publicSdl) await writeFile(join(folder, 'public.graphql'), publicSdl);
  await writeFile(`${file}.new`, compose(rooms));
  await rename(`${file}.new`, file);
  return file;
}
