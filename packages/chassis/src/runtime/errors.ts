import { unwrapResolverError } from '@apollo/server/errors';
import { DomainError, Fault, type FaultCode } from '@propertea/kernel';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';

const CLIENT_MISTAKES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

/**
 * The one place where a failure becomes a top-level GraphQL error with a closed code. Anything that
 * is not meant for clients is logged and masked; no stack trace or SQL leaves.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: Logger,
  requestId: string,
): GraphQLFormattedError {
  const { path, locations } = formatted;
  const where = { ...(path && { path }), ...(locations && { locations }) };
  const coded = (code: FaultCode, message: string): GraphQLFormattedError => ({
    message,
    ...where,
    extensions: { code },
  });
  const original = unwrapResolverError(error);
  if (original instanceof Fault) return coded(original.code, original.message);
  if (original instanceof DomainError) return coded('BAD_USER_INPUT', original.message);
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && CLIENT_MISTAKES.has(code))
    return coded('BAD_USER_INPUT', formatted.message);
  log.error({ err: original, path }, 'request failed');
  return coded('INTERNAL', `Something went wrong on our side. Quote request ${requestId}.`);
}
