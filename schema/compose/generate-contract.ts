import { allEvents, changeEvents } from '../events/index.js';
import { readEntries } from './changelog/entries.js';
import { printChangelog } from './changelog/print.js';
import { printBrokerDefinitions } from './broker-definitions.js';
import { codegenConfig, documentFiles } from './codegen.js';
import type { RoomSdl } from './composer.js';
import { compose, type Contract } from './contract.js';
import { printEventSchema } from './event-schemas.js';
import { applyChanges, compareFiles, type FileChange, type GeneratedFile } from './files.js';
import { printRules, type RoomContract } from './form-rules.js';
import { liveTypes, readLive } from './live.js';
import { eventFile, paths, subgraphFile } from './paths.js';
import { unfitDocuments, type UnfitDocument } from './unfit-documents.js';

export interface GenerateOptions {
  /** The repository's root. */
  root: string;
  rooms: readonly RoomContract[];
  /** Only compare: nothing is written. */
  check?: boolean;
}

export interface GenerateResult {
  contract: Contract;
  /** What was written, or with `check` what would have been; empty where all was up to date. */
  changes: FileChange[];
  /** Documents of portals that the contract no longer fits: then nothing was made of any. */
  unfit: UnfitDocument[];
}

/**
 * Writes what follows from the rooms: their SDLs, the supergraph, the api schema, the public
 * contract, the rules of inputs, JSON Schemas of the events, the broker's users, the changelog of what was recorded, and typed documents by the root's codegen.ts.
 * What schema/live declares is composed with them.
 * @throws CompositionError, ContractError
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const live = await readLive(options.root);
  const contract = compose([...options.rooms, ...live]);
  const codegen = await codegenConfig(options.root);
  const unfit = codegen ? await unfitDocuments(options.root, codegen, contract.apiSdl) : [];
  // The contract is written all the same, so that schema:check can say who feels its changes.
  const documents =
    codegen && unfit.length === 0
      ? await documentFiles(options.root, codegen, contract.apiSdl, printRules(options.rooms))
      : { files: [], folders: [] };
  const entries = await readEntries(options.root);
  const changelog = { path: paths.changelogPage, content: printChangelog(entries) };
  const files = [
    ...contractFiles(options.rooms, contract, live),
    ...documents.files,
    ...(entries.length > 0 ? [changelog] : []),
  ];
  const owned = [
    { path: paths.subgraphs, ending: '.graphql' },
    { path: paths.events, ending: '.json' },
    ...documents.folders.map((path) => ({ path, ending: '.ts' })),
  ];
  const changes = await compareFiles(options.root, files, owned);
  if (!options.check) await applyChanges(options.root, files, changes);
  return { contract, changes, unfit };
}

/** The committed files beside the documents, in a stable order and the same bytes for the same rooms. */
export function contractFiles(
  rooms: readonly RoomContract[],
  contract: Contract,
  live: readonly RoomSdl[] = [],
): GeneratedFile[] {
  const names = rooms.map(({ name }) => name);
  // What subscriptions tell of, and what ends the time of what the gateway keeps.
  const heard = [...new Set([...liveTypes(live), ...changeEvents.map(({ type }) => type)])];
  return [
    // As served, to the byte: the gateway compares hashes.
    ...rooms.map((room) => ({ path: subgraphFile(room.name), content: room.sdl })),
    { path: paths.supergraph, content: contract.supergraphSdl },
    { path: paths.api, content: contract.apiSdl },
    { path: paths.public, content: contract.publicSdl ?? '# No query is tagged public yet.\n' },
    { path: paths.rules, content: printRules(rooms) },
    { path: paths.broker, content: printBrokerDefinitions(names, heard) },
    ...allEvents.map((event) => ({
      path: eventFile(event.type),
      content: printEventSchema(event),
    })),
  ];
}
