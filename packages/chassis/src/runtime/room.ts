import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ASSERTION_HEADER,
  type Clock,
  Fault,
  type Identity,
  newId,
  REQUEST_ID_HEADER,
  systemClock,
} from '@propertea/kernel';
import type { z } from 'zod';
import {
  buildRoomSchema,
  RoomContext,
  type RoomServices,
  type SubgraphDefinition,
} from '../graph/index.js';
import { Messenger } from '../messaging/index.js';
import { type Actor, checkCatalog, Store, workerSession } from '../store/index.js';
import { createAssertionVerifier, type Jwk } from './assertion.js';
import { isUnexpected, quoteRequest, toPublicError } from './errors.js';
import type { GraphQLAnswer, GraphQLRequest } from './graphql.js';
import { createRoomHandler } from './http.js';
import type { Logger } from './logger.js';

export interface RoomConfig<Settings = unknown> {
  /** Connection string of the room's own login role. */
  databaseUrl: string;
  poolMax: number;
  /** The public key of the gateway's assertions. */
  assertionKey: Jwk;
  logger: Logger;
  settings: Settings;
  clock?: Clock;
  /** Where to serve HTTP; without a port the room is reached in process only. */
  port?: number;
  host?: string;
}

export interface RunningRoom {
  name: string;
  sdl: string;
  /** SHA-256 of the served SDL, hexadecimal. */
  sdlHash: string;
  execute(request: GraphQLRequest, headers: Record<string, string>): Promise<GraphQLAnswer>;
  handler: (req: IncomingMessage, res: ServerResponse) => void;
  ready(): Promise<boolean>;
  /** Whether none of the room's facts waits to be relayed or applied. */
  isIdle(): Promise<boolean>;
  stop(): Promise<void>;
}

/**
 * Starts a room on a migrated database. Refuses to start when its tables are not behind row-level
 * security. The same code serves HTTP and calls from the same process.
 */
export async function startRoom<Settings extends z.ZodType>(
  definition: SubgraphDefinition<Settings>,
  config: RoomConfig<z.input<Settings>>,
): Promise<RunningRoom> {
  const { name } = definition;
  const clock = config.clock ?? systemClock;
  const logger = config.logger.child({ room: name });
  const settings = definition.settings.parse(config.settings);
  const { schema, sdl } = await buildRoomSchema(definition as never);
  const store = await Store.open({
    room: name,
    databaseUrl: config.databaseUrl,
    poolMax: config.poolMax,
    entities: definition.entities,
  });
  await refuseHoles(store);
  const messenger = new Messenger(store, definition.consumers, clock, logger, config.databaseUrl);
  await messenger.start();
  const verify = createAssertionVerifier(config.assertionKey, name, clock);
  const services: RoomServices<z.output<Settings>> = {
    store,
    clock,
    logger,
    settings,
    violations: definition.violations,
    published: messenger.wake,
    identify: async (headers) => verify(single(headers[ASSERTION_HEADER])),
  };
  const background = definition.background?.(services);
  const apollo = new ApolloServer<RoomContext>({
    schema,
    introspection: true,
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    formatError: toPublicError,
    plugins: [logUnexpected],
    stopOnTerminationSignals: false,
    logger,
    nodeEnv: 'production',
  });
  await apollo.start();

  const execute = async (
    request: GraphQLRequest,
    headers: Record<string, string | undefined>,
  ): Promise<GraphQLAnswer> => {
    const requestId = headers[REQUEST_ID_HEADER] ?? newId();
    const log = logger.child({ requestId });
    let identity: Identity;
    try {
      identity = verify(headers[ASSERTION_HEADER]);
    } catch (error) {
      if (error instanceof Fault) return faultAnswer(error);
      throw error;
    }
    const actor: Actor = { identity, requestId, traceparent: headers['traceparent'] ?? null };
    const context = new RoomContext(services, actor, log);
    try {
      const { body } = await apollo.executeOperation(
        {
          query: request.query,
          variables: request.variables ?? {},
          ...(request.operationName && { operationName: request.operationName }),
        },
        { contextValue: context },
      );
      if (body.kind !== 'single') throw new Error('a room answers in one part');
      const { data, errors } = body.singleResult;
      return {
        ...(data !== undefined && { data }),
        ...(errors && { errors: errors.map((error) => quoteRequest(error, requestId)) }),
      };
    } finally {
      await context.close();
    }
  };

  const ready = async (): Promise<boolean> => {
    try {
      await store.orm.em.getConnection().execute('select 1');
      return true;
    } catch {
      return false;
    }
  };
  const sdlHash = createHash('sha256').update(sdl).digest('hex');
  const handler = createRoomHandler({
    name,
    sdlHash,
    execute,
    ready,
    routes: definition.routes?.(services) ?? {},
  });
  const server =
    config.port === undefined ? undefined : await listen(handler, config.port, config.host);
  return {
    name,
    sdl,
    sdlHash,
    execute,
    handler,
    ready,
    isIdle: () => messenger.isIdle(),
    async stop() {
      await closeServer(server);
      await background?.stop();
      await messenger.stop();
      await apollo.stop();
      await store.close();
    },
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

export function faultAnswer(fault: Fault): GraphQLAnswer {
  return { errors: [{ message: fault.message, extensions: { code: fault.code } }] };
}

async function refuseHoles(store: Store): Promise<void> {
  const holes = await store.transaction(workerSession(store.room), (em) =>
    checkCatalog(em, store.room),
  );
  if (holes.length === 0) return;
  await store.close();
  throw new Error(`Row-level security of ${store.room} has holes:\n  ${holes.join('\n  ')}`);
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

async function listen(
  handler: RunningRoom['handler'],
  port: number,
  host = '127.0.0.1',
): Promise<Server> {
  const server = createServer(handler);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}

/** Stops taking requests and lets those in flight finish. */
async function closeServer(server: Server | undefined): Promise<void> {
  if (!server) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await closed;
}
