import { writeFile } from 'node:fs/promises';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/** Composes subgraphs at these URLs into one supergraph file. */
export async function writeSupergraph(
  file: string,
  schemas: Readonly<Record<string, string>>,
  urls: Readonly<Record<string, string>>,
): Promise<void> {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(schemas).map(([name, sdl]) => ({ name, url: urls[name], typeDefs: parse(sdl) })),
  );
  if (!supergraphSdl) throw new Error(`no supergraph: ${errors?.join('\n')}`);
  await writeFile(file, supergraphSdl);
}
