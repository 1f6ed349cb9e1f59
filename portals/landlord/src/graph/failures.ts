import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** What went wrong with a request as a whole, as far as a page treats it differently. */
export type FailureKind =
  | 'offline'
  | 'unavailable'
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'badInput'
  | 'limited'
  | 'unknown';

const KINDS: Record<string, FailureKind> = {
  UNAUTHENTICATED: 'unauthenticated',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'notFound',
  CONFLICT: 'conflict',
  BAD_USER_INPUT: 'badInput',
  RATE_LIMITED: 'limited',
  COST_LIMIT: 'limited',
  UPSTREAM_UNAVAILABLE: 'unavailable',
};

interface GraphError {
  message: string;
  path?: readonly (string | number)[];
  extensions?: { [key: string]: unknown };
}

/** Of one error of an answer, by its `extensions.code`. */
export function kindOf(error: GraphError): FailureKind {
  return KINDS[String(error.extensions?.['code'])] ?? 'unknown';
}

/** Whether an error refuses a request as a whole, before any field was read. */
export function isOfTheWhole({ path }: GraphError): boolean {
  return !path || path.length === 0;
}

/** The errors of a failed request; those of the transport are put in the same shape. */
export function errorsOf(failure: unknown): readonly GraphError[] {
  if (failure === undefined || failure === null) return [];
  if (CombinedGraphQLErrors.is(failure)) return failure.errors;
  const code = transportCode(failure);
  return [{ message: failure instanceof Error ? failure.message : '', extensions: { code } }];
}

/** The most telling kind of a failed request. */
export function failureKind(failure: unknown): FailureKind {
  if (typeof navigator !== 'undefined' && !navigator.onLine) return 'offline';
  const [first] = errorsOf(failure);
  return first ? kindOf(first) : 'unknown';
}

/** The request's id for the support, where the gateway gave one. */
export function requestIdOf(failure: unknown): string | undefined {
  const id = errorsOf(failure)[0]?.extensions?.['requestId'];
  return typeof id === 'string' ? id : undefined;
}

/** The failure at a root field of an answer that came in part, such as a room that is down. */
export function failureAt(failure: unknown, field: string): FailureKind | undefined {
  const error = errorsOf(failure).find(({ path }) => !path || path[0] === field);
  return error && kindOf(error);
}

function transportCode(failure: unknown): string {
  if (ServerError.is(failure)) {
    if (failure.statusCode === 401) return 'UNAUTHENTICATED';
    return failure.statusCode >= 500 ? 'UPSTREAM_UNAVAILABLE' : 'BAD_USER_INPUT';
  }
  // fetch rejects with a TypeError when nothing answers.
  return failure instanceof TypeError ? 'UPSTREAM_UNAVAILABLE' : 'INTERNAL';
}
