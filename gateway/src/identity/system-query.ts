import type { RoomTransport } from '@propertea/chassis/runtime';
import type { TrafficLane } from '@propertea/executor';
import { ASSERTION_HEADER, REQUEST_ID_HEADER, systemIdentity } from '@propertea/kernel';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Assert } from './assert.js';
import { unavailable } from './faults.js';

export type SystemQuery = <T extends z.ZodType>(
  query: string,
  variables: Record<string, unknown>,
  shape: T,
) => Promise<z.output<T>>;

const TIMEOUT_MS = 10_000;

/**
 * Asks a room as the platform itself, past the graph that callers see, by the rules of its lane. Throws
 * `Fault('UPSTREAM_UNAVAILABLE')` when the room is not asked, does not answer or not in the given shape.
 */
export function systemQueryTo(
  room: RoomTransport,
  assert: Assert,
  lane: Pick<TrafficLane, 'run'>,
): SystemQuery {
  return async (query, variables, shape) => {
    try {
      const headers = {
        [ASSERTION_HEADER]: assert(systemIdentity(), room.name),
        [REQUEST_ID_HEADER]: randomUUID(),
      };
      const kind = query.startsWith('mutation') ? 'mutation' : 'query';
      const answer = await lane.run(kind, AbortSignal.timeout(TIMEOUT_MS), (signal) =>
        room.execute({ query, variables }, headers, signal),
      );
      if (answer.errors?.length) throw new Error(answer.errors[0]?.message);
      return shape.parse(answer.data);
    } catch (error) {
      throw unavailable(`The room "${room.name}"`, error);
    }
  };
}
