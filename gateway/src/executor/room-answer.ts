import type { GraphQLAnswer, GraphQLRequest, Logger } from '@propertea/chassis/runtime';
import { Kind, parse } from 'graphql';
import type { GraphQLFormattedError, SelectionSetNode } from 'graphql';
import { LRUCache } from 'lru-cache';

interface RoomError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string };
}

export interface FetchResult {
  data: Record<string, unknown> | null;
  errors?: RoomError[];
}

const MAX_ERRORS = 200;

/** The answer to a fetch that never reached its room: one UPSTREAM_UNAVAILABLE at each field. */
export function failedFetch(room: string, request: GraphQLRequest): FetchResult {
  return failed(request, {
    message: `The room "${room}" is not available at the moment.`,
    extensions: { code: 'UPSTREAM_UNAVAILABLE' },
  });
}

/**
 * Turns what a room said into what the plan goes on with. An answer that is no GraphQL answer, or one
 * that refuses the gateway as such, counts as an outage. Errors keep message, path and code only.
 */
export function readAnswer(
  room: string,
  request: GraphQLRequest,
  answer: GraphQLAnswer,
  logger: Logger,
): FetchResult {
  const given: unknown = answer?.data;
  const data = isRecord(given) ? given : null;
  const errors = Array.isArray(answer?.errors) ? answer.errors.filter(isError) : [];
  if (!data && errors.length === 0) {
    logger.error({ room }, 'room answered without data and without errors');
    return failedFetch(room, request);
  }
  const whole = data ? undefined : errors.find((error) => !error.path);
  if (whole) {
    logger.error({ room, answer: whole }, 'room refused a fetch');
    const code = codeOf(whole);
    // Rooms refuse a whole request only when they distrust the gateway's assertion.
    if (code === 'UNAUTHENTICATED') return failedFetch(room, request);
    return failed(request, { message: whole.message, extensions: { code } });
  }
  if (errors.length === 0) return { data };
  return {
    data,
    errors: errors.map(({ message, path, ...error }) => ({
      message,
      path: path ? [...path] : undefined,
      extensions: { code: codeOf(error) },
    })),
  };
}

function failed(request: GraphQLRequest, error: Omit<RoomError, 'path'>): FetchResult {
  const paths = fieldPaths(request).slice(0, MAX_ERRORS);
  const errors = paths.length > 0 ? paths.map((path) => ({ ...error, path })) : [error];
  return { data: null, errors };
}

interface FetchFields {
  root: string[];
  /** Response keys by type condition, when the fetch asks for entities. */
  entities: Map<string, string[]> | undefined;
}

const fieldsOfFetches = new LRUCache<string, FetchFields>({ max: 500 });

/** Every place that a fetch would have filled, as the room itself would name it. */
function fieldPaths(request: GraphQLRequest): (string | number)[][] {
  let fields = fieldsOfFetches.get(request.query);
  if (!fields) {
    fields = readFields(request.query);
    fieldsOfFetches.set(request.query, fields);
  }
  const { root, entities } = fields;
  if (!entities) return root.map((key) => [key]);
  const representations = request.variables?.representations;
  if (!Array.isArray(representations)) return [];
  return representations.flatMap((representation: unknown, index) => {
    const type = isRecord(representation) ? String(representation.__typename) : '';
    // A condition on an interface names no representation: then all keys of the fetch count.
    const keys = entities.get(type) ?? [...new Set([...entities.values()].flat())];
    return keys.map((key) => ['_entities', index, key]);
  });
}

function readFields(query: string): FetchFields {
  const document = parse(query, { noLocation: true });
  const fragments = new Map<string, SelectionSetNode>();
  let root: SelectionSetNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition.selectionSet);
    } else if (definition.kind === Kind.OPERATION_DEFINITION) {
      root = definition.selectionSet;
    }
  }
  const first = root?.selections[0];
  if (first?.kind !== Kind.FIELD || first.name.value !== '_entities' || !first.selectionSet) {
    return { root: root ? keysOf(root, fragments) : [], entities: undefined };
  }
  const entities = new Map<string, string[]>();
  for (const selection of first.selectionSet.selections) {
    if (selection.kind !== Kind.INLINE_FRAGMENT) continue;
    const type = selection.typeCondition?.name.value ?? '';
    const keys = keysOf(selection.selectionSet, fragments);
    entities.set(type, [...(entities.get(type) ?? []), ...keys]);
  }
  return { root: [], entities };
}

function keysOf(set: SelectionSetNode, fragments: Map<string, SelectionSetNode>): string[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) {
      return selection.name.value === '__typename'
        ? []
        : [selection.alias?.value ?? selection.name.value];
    }
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : fragments.get(selection.name.value);
    return inner ? keysOf(inner, fragments) : [];
  });
}

function codeOf(error: Pick<GraphQLFormattedError, 'extensions'>): string {
  const code = error.extensions?.code;
  return typeof code === 'string' ? code : 'INTERNAL';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isError(value: unknown): value is GraphQLFormattedError {
  return isRecord(value) && typeof value.message === 'string';
}
