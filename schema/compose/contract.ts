import {
  apolloComposer,
  type Composer,
  type CompositionProblem,
  type RoomSdl,
} from './composer.js';
import { ContractError } from './contract-error.js';
import { publicContract } from './public-contract.js';
import type { HiddenElement } from './public-types.js';

/** Everything that follows from the rooms' SDLs. */
export interface Contract {
  supergraphSdl: string;
  /** What portals see: no `@inaccessible` element, no federation machinery. */
  apiSdl: string;
  /** What integrators see; undefined while no query is tagged public. */
  publicSdl: string | undefined;
  /** Elements tagged public that the public contract cannot show, and why. */
  hidden: HiddenElement[];
  hints: string[];
}

export class CompositionError extends ContractError {
  override name = 'CompositionError';

  constructor(readonly problems: readonly CompositionProblem[]) {
    super(`The rooms do not compose:\n${problems.map(describeProblem).join('\n')}`);
  }
}

/** One line for people: code, rooms, message. */
export function describeProblem(problem: CompositionProblem): string {
  const rooms = problem.rooms.length > 0 ? problem.rooms.join(', ') : 'all rooms';
  return `${problem.code} (${rooms}): ${problem.message}`;
}

/**
 * Composes the rooms to the supergraph, the api schema and the public contract. The result does
 * not depend on the order of `rooms`.
 * @throws CompositionError naming code and rooms of every problem.
 */
export function compose(rooms: readonly RoomSdl[], composer: Composer = apolloComposer): Contract {
  const sorted = rooms.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const result = composer.compose(sorted);
  if ('problems' in result) throw new CompositionError(result.problems);
  const { sdl, hidden } = publicContract(result.apiSdl, result.supergraphSdl);
  return {
    supergraphSdl: result.supergraphSdl,
    apiSdl: result.apiSdl,
    publicSdl: sdl,
    hidden,
    hints: result.hints,
  };
}
