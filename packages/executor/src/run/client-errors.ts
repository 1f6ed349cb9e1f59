import { GraphQLError } from 'graphql';
import { PlanningError } from '../plan/planner.js';

/** What is wrong with the variables of a client. */
export function asBadInput(error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    extensions: { ...error.extensions, code: 'BAD_USER_INPUT' },
  });
}

/** Why an operation is not run, where that is to be told; throws everything else. */
export function toGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (error instanceof PlanningError) {
    return new GraphQLError(error.message, {
      originalError: error,
      extensions: { code: error.code },
    });
  }
  throw error;
}
