import { Fault, FAULT_CODES } from '@propertea/kernel';
import type { FaultCode } from '@propertea/kernel';
import type { GraphQLFormattedError } from 'graphql';

const MAX_MESSAGE = 1_000;
const CLOSED = new Set<string>(FAULT_CODES);

/** Codes of Apollo Server that are the caller's mistake. */
const CALLERS_MISTAKES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

/**
 * An error as callers may see it: message, path, locations and a code of the closed set. What has no
 * such code is a bug of ours; its message stays in the log, found by the request id.
 */
export function publicError(
  error: GraphQLFormattedError,
  requestId: string,
): GraphQLFormattedError {
  const extension = error.extensions?.code;
  const given = typeof extension === 'string' ? extension : 'INTERNAL';
  const code = CALLERS_MISTAKES.has(given) ? 'BAD_USER_INPUT' : given;
  if (!CLOSED.has(code) || code === 'INTERNAL') return { ...internal(requestId), path: error.path };
  return {
    message: error.message.slice(0, MAX_MESSAGE),
    locations: error.locations,
    path: error.path,
    extensions: { code },
  };
}

/** A fault whose callers are told more than its code and message: in its extensions. */
export class ToldFault extends Fault {
  constructor(
    code: FaultCode,
    publicMessage: string,
    readonly told: Readonly<Record<string, unknown>>,
  ) {
    super(code, publicMessage);
  }
}

/** The error body for something thrown before or beside execution. */
export function faultToError(error: unknown, requestId: string): GraphQLFormattedError {
  if (!(error instanceof Fault) || error.code === 'INTERNAL') return internal(requestId);
  return {
    message: error.message.slice(0, MAX_MESSAGE),
    extensions: { ...(error instanceof ToldFault && error.told), code: error.code },
  };
}

function internal(requestId: string): GraphQLFormattedError {
  return {
    message: `Something went wrong on our side. Request ${requestId}.`,
    extensions: { code: 'INTERNAL', requestId },
  };
}

const STATUS: Partial<Record<FaultCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  COST_LIMIT: 400,
  RATE_LIMITED: 429,
  UPSTREAM_UNAVAILABLE: 503,
  INTERNAL: 500,
};

/**
 * The HTTP status of a request that was refused as a whole. NOT_FOUND is an answer about an
 * organization, not about the address: 200.
 */
export function statusOf(error: unknown): number {
  if (error instanceof Fault) {
    return 'status' in error && typeof error.status === 'number'
      ? error.status
      : (STATUS[error.code] ?? 200);
  }
  return 500;
}
