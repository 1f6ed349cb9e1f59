import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GraphQLError, parse } from 'graphql';
import { allEvents } from '../events/index.js';
import { EventSourceError, readEventSources, unservedSubscriptions } from '../live/index.js';
import type { RoomSdl } from './composer.js';
import { ContractError } from './contract-error.js';
import { namesIn } from './files.js';
import { liveFile, paths } from './paths.js';

/**
 * The SDLs that are written by hand and served by the gateway itself, by their file's name; none where
 * there is no such folder.
 * @throws ContractError naming file and place of whatever could not be served.
 */
export async function readLive(root: string): Promise<RoomSdl[]> {
  const files = (await namesIn(join(root, paths.live))).filter((file) => file.endsWith('.graphql'));
  const read = files.map(async (file) => ({
    name: file.replace(/\.graphql$/, ''),
    sdl: await readFile(join(root, paths.live, file), 'utf8'),
  }));
  const live = await Promise.all(read);
  for (const each of live) check(each);
  return live;
}

/** Wire types of the events that subscriptions of these SDLs tell of. */
export function liveTypes(live: readonly RoomSdl[]): string[] {
  const sources = live.flatMap(({ sdl }) => readEventSources(parse(sdl), allEvents));
  return [...new Set(sources.flatMap(({ types }) => types))].toSorted();
}

function check({ name, sdl }: RoomSdl): void {
  const wrong = (problems: readonly string[]) =>
    new ContractError(problems.map((problem) => `${liveFile(name)}: ${problem}`).join('\n'));
  try {
    const document = parse(sdl);
    readEventSources(document, allEvents);
    const unserved = unservedSubscriptions(document);
    if (unserved.length > 0) {
      throw wrong(unserved.map((place) => `${place} has no @event: nobody would serve it.`));
    }
  } catch (error) {
    if (error instanceof EventSourceError) throw wrong(error.problems);
    if (!(error instanceof GraphQLError)) throw error;
    throw wrong([`line ${error.locations?.[0]?.line ?? 0}: ${error.message}`]);
  }
}
