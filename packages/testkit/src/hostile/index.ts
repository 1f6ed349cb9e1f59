import { directives, fragments, merging } from './fragments.js';
import type { HostileOperation } from './operation.js';
import { introspection, probes } from './schemas.js';
import { aliased, deep, wide } from './structures.js';
import { batches, operationNames, strings, unicode } from './texts.js';
import { lists, numbers, variables } from './values.js';

export type { HostileCode, HostileOperation } from './operation.js';

/**
 * Operations that nobody means well with, by family. Their fields are those of the graph that it is for:
 * `notice` and `whoAmI`, `properties { id name }`, `search(ids: [ID!], where: Where)` with a `Where` that holds itself
 * and a `rent: Int`, the mutation `renameProperty`. None of them may reach a room.
 */
export const HOSTILE_OPERATIONS: readonly HostileOperation[] = [
  deep,
  wide,
  aliased,
  fragments,
  merging,
  directives,
  lists,
  numbers,
  variables,
  unicode,
  strings,
  operationNames,
  batches,
  introspection,
  probes,
].flatMap(({ operations }) => operations);
