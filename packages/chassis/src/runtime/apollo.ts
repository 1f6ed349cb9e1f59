import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import type { RoomContext } from '../graph/index.js';
import { isUnexpected, toPublicError } from './errors.js';
import type { GraphQLRequest } from './graphql.js';
import type { Logger } from './logger.js';

/** The subgraph as something that answers documents. */
export interface Answering {
  execute(request: GraphQLRequest, context: RoomContext): Promise<FormattedExecutionResult>;
  stop(): Promise<void>;
}

export async function startApollo(schema: GraphQLSchema, logger: Logger): Promise<Answering> {
  const apollo = new ApolloServer<RoomContext>({
    schema,
    introspection: true,
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    formatError: toPublicError,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      logUnexpected,
    ],
    stopOnTerminationSignals: false,
    logger,
    nodeEnv: 'production',
  });
  await apollo.start();
  return {
    async execute({ query, variables, operationName }, contextValue) {
      const { body } = await apollo.executeOperation(
        { query, variables: variables ?? {}, ...(operationName && { operationName }) },
        { contextValue },
      );
      if (body.kind !== 'single') throw new Error('a room answers in one part');
      return body.singleResult;
    },
    stop: () => apollo.stop(),
  };
}

const logUnexpected: ApolloServerPlugin<RoomContext> = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue }) {
        for (const error of errors.filter(isUnexpected)) {
          contextValue.log.error(
            { err: error.originalError ?? error, path: error.path },
            'request failed',
          );
        }
      },
    };
  },
};
