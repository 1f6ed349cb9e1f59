import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, validate } from 'graphql';
import { parseManifest, type Release } from '../../documents/index.js';
import { ContractError } from '../contract-error.js';
import { namesIn } from '../files.js';
import { paths } from '../paths.js';
import { clientSchema } from './client-schema.js';
import type { Snapshot } from './git.js';

/** A document of a running release that the schema no longer fits. */
export interface BrokenDocument {
  /** `landlord`, or `landlord at main` where it is asked by what is released now. */
  release: string;
  name: string;
  message: string;
}

/**
 * What portals ask: the manifests of the working tree, and beside each the same file as it is at the
 * snapshot, because what was built from that runs until the next release is everywhere. A file that the
 * working tree no longer has is of a release that is over.
 * @throws ContractError for a file that is no manifest.
 */
export async function runningReleases(
  root: string,
  snapshot: Snapshot | undefined,
): Promise<Release[]> {
  const releases: Release[] = [];
  for (const file of await namesIn(join(root, paths.operations))) {
    if (!file.endsWith('.json')) continue;
    const path = `${paths.operations}/${file}`;
    const name = file.slice(0, -'.json'.length);
    const text = await readFile(join(root, path), 'utf8');
    releases.push(releaseOf(name, text));
    const before = snapshot?.files.includes(path) ? await snapshot.read(path) : undefined;
    if (snapshot && before !== undefined && before !== text) {
      releases.push(releaseOf(`${name} at ${snapshot.ref}`, before));
    }
  }
  return releases;
}

function releaseOf(name: string, text: string): Release {
  try {
    return parseManifest(name, text);
  } catch (cause) {
    throw new ContractError(`${paths.operations}: ${name} is no manifest of documents.`, { cause });
  }
}

/** Those that are not valid any more, each with the first reason. */
export function brokenDocuments(releases: readonly Release[], apiSdl: string): BrokenDocument[] {
  if (releases.length === 0) return [];
  const schema = clientSchema(apiSdl);
  return releases.flatMap(({ name: release, documents }) =>
    documents.flatMap(({ name, body }) => {
      const [error] = validate(schema, parse(body), undefined, { maxErrors: 1 });
      return error ? [{ release, name, message: error.message }] : [];
    }),
  );
}
