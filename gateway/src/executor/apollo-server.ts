import { ApolloServer } from '@apollo/server';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import type { Logger } from '@propertea/chassis/runtime';
import type { Executor, RequestContext } from './executor.js';
import { inPartsPlugin } from './in-parts-plugin.js';

type GatewayInterface = NonNullable<ApolloServerOptionsWithGateway<RequestContext>['gateway']>;
type ApolloRequestContext = Parameters<
  Awaited<ReturnType<GatewayInterface['load']>>['executor'] & object
>[0];

/** Validation ends there: each mistake may take a look at the whole schema for what was meant. */
const MOST_MISTAKES = 20;

/**
 * Apollo Server over our executor: it parses, validates against the present api schema and keeps
 * validated documents. Reports nothing to anybody.
 */
export function apolloServer(options: {
  executor: Executor;
  logger: Logger;
  maxTokens: number;
  /** Leaves out of validation errors what the schema has instead ("Did you mean …"). */
  hideSchema: boolean;
}): ApolloServer<RequestContext> {
  const { executor, logger, maxTokens, hideSchema } = options;
  return new ApolloServer<RequestContext>({
    gateway: gatewayOf(executor),
    // Who may read the schema is decided by the door for each request.
    introspection: true,
    hideSchemaDetailsFromClientErrors: hideSchema,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    validationOptions: { maxErrors: MOST_MISTAKES },
    parseOptions: { maxTokens, noLocation: false },
    nodeEnv: 'production',
    apollo: { key: undefined, graphRef: undefined },
    logger: {
      debug: (message) => logger.debug(message),
      info: (message) => logger.debug(message),
      warn: (message) => logger.warn(message),
      error: (message) => logger.error(message),
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      inPartsPlugin(executor),
      {
        async requestDidStart() {
          return {
            async didEncounterErrors({ errors, contextValue }) {
              for (const error of errors) {
                contextValue.logger.debug(
                  { err: error.originalError ?? error },
                  'operation failed',
                );
              }
            },
          };
        },
      },
    ],
  });
}

function gatewayOf(executor: Executor): GatewayInterface {
  return {
    async load() {
      return {
        executor: (request: ApolloRequestContext) => execute(executor, request),
      };
    },
    onSchemaLoadOrUpdate: (listener) =>
      executor.onSchema((apiSchema, coreSupergraphSdl) =>
        listener({ apiSchema, coreSupergraphSdl }),
      ),
    // The gateway stops the executor itself, after the server has drained.
    async stop() {},
  };
}

async function execute(executor: Executor, request: ApolloRequestContext) {
  const context = request.context as RequestContext;
  context.admitted?.(request.schema);
  const result = await executor.execute(
    {
      schema: request.schema,
      document: request.document,
      operationName: request.request.operationName,
      variables: request.request.variables ?? {},
    },
    context,
  );
  return { data: result.data, errors: result.errors };
}
