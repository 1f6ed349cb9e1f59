import { writeFile } from 'node:fs/promises';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { SCHEMAS, SUBGRAPHS, type SubgraphName } from './subgraphs/schemas.js';

/** Composes the four subgraphs at these URLs into one supergraph file. */
export async function writeSupergraph(
  file: string,
  urls: Record<SubgraphName, string>,
): Promise<void> {
  const { supergraphSdl, errors } = composeServices(
    SUBGRAPHS.map((name) => ({ name, url: urls[name], typeDefs: parse(SCHEMAS[name]) })),
  );
  if (!supergraphSdl) throw new Error(`no supergraph: ${errors?.join('\n')}`);
  await writeFile(file, supergraphSdl);
}
