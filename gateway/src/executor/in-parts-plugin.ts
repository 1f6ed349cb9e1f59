import { HeaderMap } from '@apollo/server';
import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import type { ExecutionResult, FormattedExecutionResult, GraphQLError } from 'graphql';
import { eachOf } from './each-of.js';
import type { Executor, RequestContext } from './executor.js';

type Body = GraphQLResponse['body'];

/**
 * Has operations of who takes parts answered in parts. A gateway of Apollo Server answers at once, whatever
 * it has; a plugin may say an answer in parts in its place, after the same parsing and validation.
 */
export function inPartsPlugin(executor: Executor): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart({ contextValue: { takesParts } }) {
      if (!takesParts) return;
      return {
        async responseForOperation({ schema, document, request, contextValue }) {
          contextValue.admitted?.(schema);
          const { operationName, variables = {} } = request;
          const asked = { schema, document, operationName, variables };
          const result = await executor.executeIncrementally(asked, contextValue);
          const isPartial = 'initial' in result;
          // As Apollo Server has it for operations that were refused before any of them ran.
          const status = isPartial || result.data !== undefined ? undefined : 400;
          const http = { status, headers: new HeaderMap() };
          if (!isPartial)
            return {
              http,
              body: { kind: 'single', singleResult: formatted(result) },
            };
          const { hasNext, ...first } = result.initial;
          const body: Body = {
            kind: 'incremental',
            initialResult: { ...formatted(first), hasNext },
            subsequentResults: eachOf(result.subsequent[Symbol.asyncIterator](), (part) => ({
              ...part,
              incremental: part.incremental.map(({ errors, ...increment }) => ({
                ...increment,
                ...(errors && { errors: toldOf(errors) }),
              })),
            })),
          };
          return { http, body };
        },
      };
    },
  };
}

function formatted({ data, errors }: ExecutionResult): FormattedExecutionResult {
  return {
    ...(data !== undefined && { data }),
    ...(errors && { errors: toldOf(errors) }),
  };
}

const toldOf = (errors: readonly GraphQLError[]) => errors.map((error) => error.toJSON());
