import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RoomSdl } from './composer.js';
import { ContractError } from './contract-error.js';
import { type FormRules, mutationsWithInput, type RoomContract } from './form-rules.js';
import { namesIn } from './files.js';
import { paths } from './paths.js';

/**
 * The SDL of every room under subgraphs/ and the rules of its inputs, asked from the built rooms
 * themselves; no database is needed. Rooms and chassis are found on disk, so that the contract depends on neither.
 * @throws ContractError in one sentence for a room that is not built or exports no definition.
 */
export async function loadRooms(root: string): Promise<RoomContract[]> {
  const definitions: RoomDefinition[] = [];
  for (const name of await namesIn(join(root, 'subgraphs'))) {
    if (!existsSync(join(root, 'subgraphs', name, 'package.json'))) continue;
    definitions.push(await loadDefinition(root, name));
  }
  if (definitions.length === 0) return [];
  const { printRoomSdl, commandRules } = await loadPrinters(root);
  const rooms: RoomContract[] = [];
  // One after the other: the registry of type-graphql is shared.
  for (const definition of definitions) {
    const sdl = await printRoomSdl(definition);
    rooms.push({ name: definition.name, sdl, rules: rulesOf(sdl, commandRules) });
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

/** @throws ContractError where a form could not know the rules of a mutation. */
function rulesOf(sdl: string, commandRules: Printers['commandRules']): RoomContract['rules'] {
  const rules = mutationsWithInput(sdl).map((mutation): [string, FormRules] => {
    const found = commandRules(mutation);
    if (found) return [mutation, found];
    throw new ContractError(
      `The mutation ${mutation} takes an input, but no command has its name: forms need its rules.`,
    );
  });
  return Object.fromEntries(rules);
}

interface Printers {
  printRoomSdl: (definition: RoomDefinition) => Promise<string>;
  commandRules: (command: string) => FormRules | undefined;
}

async function loadPrinters(root: string): Promise<Printers> {
  const require = createRequire(join(root, 'package.json'));
  const entry = pathToFileURL(require.resolve('@propertea/chassis/graph')).href;
  const { printRoomSdl, commandRules }: Partial<Printers> = await import(entry);
  if (printRoomSdl && commandRules) return { printRoomSdl, commandRules };
  throw new ContractError('@propertea/chassis/graph is out of date: build the chassis first.');
}
