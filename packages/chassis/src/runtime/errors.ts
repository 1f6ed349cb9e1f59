import { unwrapResolverError } from '@apollo/server/errors';
import { DomainError, Fault, type FaultCode } from '@propertea/kernel';
import type { GraphQLFormattedError } from 'graphql';

const CLIENT_MISTAKES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);
/** Validators quote what they were sent, however long it is. */
const MAX_MESSAGE = 500;

/**
 * The one place where a failure becomes a top-level GraphQL error with a closed code. What is not
 * meant for clients is masked as INTERNAL; no stack trace or SQL leaves.
 */
export function toPublicError(
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const { path, locations } = formatted;
  const where = { ...(path && { path }), ...(locations && { locations }) };
  const coded = (code: FaultCode, message: string): GraphQLFormattedError => ({
    message: message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}…` : message,
    ...where,
    extensions: { code },
  });
  const original = unwrapResolverError(error);
  if (original instanceof Fault) return coded(original.code, original.message);
  if (original instanceof DomainError) return coded('BAD_USER_INPUT', original.message);
  if (isUnreadableText(original)) {
    return coded('BAD_USER_INPUT', 'A text holds characters that nothing here can hold.');
  }
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && CLIENT_MISTAKES.has(code)) {
    return coded('BAD_USER_INPUT', formatted.message);
  }
  return coded('INTERNAL', 'Something went wrong on our side.');
}

/** What an operator wants to read in the log: everything that is not the caller's own doing. */
export function isUnexpected(error: { extensions?: Record<string, unknown> }): boolean {
  const original = unwrapResolverError(error);
  if (original instanceof Fault) return original.code === 'UPSTREAM_UNAVAILABLE';
  if (original instanceof DomainError) return false;
  if (isUnreadableText(original)) return false;
  const code = error.extensions?.['code'];
  return !(typeof code === 'string' && CLIENT_MISTAKES.has(code));
}

/** NUL in a search: as a parameter character_not_in_repertoire, in a statement the end of its text. */
function isUnreadableText(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === '22021' || (error.code === '08P01' && error.message.includes('format'));
}

/** Lets a person quote the request of an internal error to an operator. */
export function quoteRequest(
  error: GraphQLFormattedError,
  requestId: string,
): GraphQLFormattedError {
  if (error.extensions?.['code'] !== 'INTERNAL') return error;
  return { ...error, message: `${error.message} Quote request ${requestId}.` };
}
