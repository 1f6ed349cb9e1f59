import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RoomSdl } from './composer.js';
import { ContractError } from './contract-error.js';
import { namesIn } from './files.js';
import { paths } from './paths.js';

/**
 * The SDL of every room under subgraphs/, asked from the built rooms themselves; no database is
 * needed. Rooms and chassis are found on disk, so that the contract depends on neither.
 * @throws ContractError in one sentence for a room that is not built or exports no definition.
 */
export async function loadRooms(root: string): Promise<RoomSdl[]> {
  const definitions: RoomDefinition[] = [];
  for (const name of await namesIn(join(root, 'subgraphs'))) {
    if (!existsSync(join(root, 'subgraphs', name, 'package.json'))) continue;
    definitions.push(await loadDefinition(root, name));
  }
  if (definitions.length === 0) return [];
  const printSdl = await loadPrinter(root);
  const rooms: RoomSdl[] = [];
  // One after the other: the registry of type-graphql is shared.
  for (const definition of definitions) {
    rooms.push({ name: definition.name, sdl: await printSdl(definition) });
  }
  return rooms;
}

async function loadDefinition(root: string, name: string): Promise<RoomDefinition> {
  const entry = join(root, 'subgraphs', name, 'dist', 'subgraph.js');
  if (!existsSync(entry)) {
    throw new ContractError(`The room ${name} is not built: run "npm run build" first.`);
  }
  const loaded: { default?: unknown } = await import(pathToFileURL(entry).href);
  const definition = loaded.default;
  if (!isDefinition(definition)) {
    throw new ContractError(`The room ${name} has no definition as default export of subgraph.ts.`);
  }
  if (definition.name !== name) {
    throw new ContractError(`The room in subgraphs/${name} calls itself "${definition.name}".`);
  }
  return definition;
}

/** The committed SDL of every room. */
export async function readCommittedRooms(root: string): Promise<RoomSdl[]> {
  const files = await namesIn(join(root, paths.subgraphs));
  return await Promise.all(
    files
      .filter((file) => file.endsWith('.graphql'))
      .map(async (file) => ({
        name: file.replace(/\.graphql$/, ''),
        sdl: await readFile(join(root, paths.subgraphs, file), 'utf8'),
      })),
  );
}

interface RoomDefinition {
  name: string;
}

function isDefinition(value: unknown): value is RoomDefinition {
  return (
    typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
  );
}

type SdlPrinter = (definition: RoomDefinition) => Promise<string>;

async function loadPrinter(root: string): Promise<SdlPrinter> {
  const require = createRequire(join(root, 'package.json'));
  const entry = pathToFileURL(require.resolve('@propertea/chassis/graph')).href;
  const chassis: { printRoomSdl?: SdlPrinter } = await import(entry);
  if (typeof chassis.printRoomSdl !== 'function') {
    throw new ContractError(
      '@propertea/chassis/graph has no printRoomSdl: build the chassis first.',
    );
  }
  return chassis.printRoomSdl;
}
