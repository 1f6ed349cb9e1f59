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
  const printSdl = await loadPrinter(root);
  const rooms: RoomSdl[] = [];
  for (const name of await namesIn(join(root, 'subgraphs'))) {
    if (!existsSync(join(root, 'subgraphs', name, 'package.json'))) continue;
    const entry = join(root, 'subgraphs', name, 'dist', 'subgraph.js');
    if (!existsSync(entry)) {
      throw new ContractError(
        `The room ${name} is not built (no ${entry}): run "npm run build" first.`,
      );
    }
    const loaded: { default?: unknown } = await import(pathToFileURL(entry).href);
    if (!isDefinition(loaded.default)) {
      throw new ContractError(
        `The room ${name} has to export its definition as default from subgraph.ts.`,
      );
    }
    if (loaded.default.name !== name) {
      throw new ContractError(
        `The room in subgraphs/${name} calls itself "${loaded.default.name}".`,
      );
    }
    rooms.push({ name, sdl: await printSdl(loaded.default) });
  }
  return rooms;
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

function isDefinition(value: unknown): value is { name: string } {
  return (
    typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
  );
}

type SdlPrinter = (definition: unknown) => Promise<string>;

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
