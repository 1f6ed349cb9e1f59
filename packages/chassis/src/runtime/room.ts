import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  ASSERTION_HEADER,
  type Clock,
  Fault,
  newId,
  REQUEST_ID_HEADER,
  systemClock,
} from '@propertea/kernel';
import { Metrics, processMetrics } from '@propertea/observability';
import type { z } from 'zod';
import {
  buildRoomSchema,
  RoomContext,
  type RoomServices,
  type SubgraphDefinition,
} from '../graph/index.js';
import { Messenger, Scheduler, SnapshotPublisher } from '../messaging/index.js';
import { RoomMetrics } from '../metrics/room-metrics.js';
import { checkCatalog, Store, workerSession } from '../store/index.js';
import { startApollo } from './apollo.js';
import { createAssertionVerifier, type Jwk } from './assertion.js';
import { quoteRequest } from './errors.js';
import type { GraphQLAnswer, GraphQLRequest } from './graphql.js';
import { createRoomHandler } from './http.js';
import { backlogOf } from './room-backlog.js';
import { listen } from './listen.js';
import type { Logger } from './logger.js';
import { createRoomSockets } from './room-sockets.js';
import { RoomSubscriptions, type Subscribe } from './room-subscriptions.js';

export interface RoomConfig<Settings = unknown> {
  /** Connection string of the room's own login role. */
  databaseUrl: string;
  poolMax: number;
  /** Connection string of RabbitMQ; without one, facts travel through the database. */
  amqpUrl?: string | undefined;
  /** The public key of the gateway's assertions. */
  assertionKey: Jwk;
  logger: Logger;
  settings: Settings;
  clock?: Clock;
  /** What it counts in; those of the process unless it is said. */
  metrics?: Metrics;
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
  /** See RoomTransport. */
  subscribe: Subscribe;
  handler: (req: IncomingMessage, res: ServerResponse) => void;
  ready(): Promise<boolean>;
  /** Whether none of the room's facts waits to be relayed or applied, and no moment is due. */
  isIdle(): Promise<boolean>;
  /** Takes no more requests, lets those in flight finish and gives everything back. */
  stop(): Promise<void>;
}

/** How to give back what was started, latest first. */
type Undo = () => Promise<unknown>;

/**
 * Starts a room on a migrated database. Refuses to start when its tables are not behind row-level
 * security, and then leaves nothing open. The same code serves HTTP and calls from the same process.
 */
export async function startRoom<Settings extends z.ZodType>(
  definition: SubgraphDefinition<Settings>,
  config: RoomConfig<z.input<Settings>>,
): Promise<RunningRoom> {
  const started: Undo[] = [];
  try {
    return await assemble(definition, config, started);
  } catch (error) {
    await undo(started);
    throw error;
  }
}

async function assemble<Settings extends z.ZodType>(
  definition: SubgraphDefinition<Settings>,
  config: RoomConfig<z.input<Settings>>,
  started: Undo[],
): Promise<RunningRoom> {
  const { name } = definition;
  const clock = config.clock ?? systemClock;
  const logger = config.logger.child({ room: name });
  const settings = definition.settings.parse(config.settings);
  const { schema, sdl } = await buildRoomSchema(definition);
  const store = await Store.open({
    room: name,
    databaseUrl: config.databaseUrl,
    poolMax: config.poolMax,
    entities: definition.entities,
  });
  started.push(() => store.close());
  await refuseHoles(store);
  const apollo = await startApollo(schema, logger);
  started.push(() => apollo.stop());
  const { consumers, mayPublish } = definition;
  const { databaseUrl, amqpUrl } = config;
  const counts = new RoomMetrics(config.metrics ?? processMetrics, name);
  const messenger = new Messenger({
    store,
    counts,
    consumers,
    clock,
    logger,
    databaseUrl,
    amqpUrl,
    mayPublish,
  });
  started.push(() => messenger.stop());
  await messenger.start();
  const unwatch = counts.watch(() => backlogOf(store, () => messenger.depth(), clock.now()));
  started.push(async () => unwatch());
  const { schedules = [], snapshots = [] } = definition;
  const scheduler = new Scheduler(store, schedules, clock, logger, messenger.wake, counts);
  started.push(() => scheduler.stop());
  scheduler.start();
  const publisher = new SnapshotPublisher(store, snapshots, clock, logger, messenger.wake);
  started.push(() => publisher.stop());
  await publisher.start();
  const verify = createAssertionVerifier(config.assertionKey, name, clock);
  const services: RoomServices<z.output<Settings>> = {
    store,
    clock,
    logger,
    settings,
    violations: definition.violations,
    published() {
      messenger.wake();
      scheduler.wake();
    },
    identify: async (headers) => verify(single(headers[ASSERTION_HEADER])),
  };
  const background = definition.background?.(services);
  if (background) started.push(() => background.stop());

  const answer = async (
    request: GraphQLRequest,
    headers: Record<string, string | undefined>,
  ): Promise<GraphQLAnswer> => {
    const requestId = headers[REQUEST_ID_HEADER] ?? newId();
    const identity = verify(headers[ASSERTION_HEADER]);
    const actor = { identity, requestId, traceparent: headers['traceparent'] ?? null };
    const context = new RoomContext(services, actor, logger.child({ requestId }));
    try {
      const { data, errors } = await apollo.execute(request, context);
      return {
        ...(data !== undefined && { data }),
        ...(errors && { errors: errors.map((error) => quoteRequest(error, requestId)) }),
      };
    } finally {
      await context.end();
    }
  };
  const inFlight = new Set<Promise<unknown>>();
  const execute: typeof answer = async (request, headers) => {
    const begun = performance.now();
    const answering = answer(request, headers);
    inFlight.add(answering);
    let code = 'INTERNAL';
    try {
      const given = await answering;
      code = codeOf(given);
      return given;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      code = error.code;
      return faultAnswer(error);
    } finally {
      inFlight.delete(answering);
      counts.answered(code, (performance.now() - begun) / 1_000);
    }
  };
  started.push(() => Promise.allSettled(inFlight));
  const subscriptions = new RoomSubscriptions({ schema, services, clock, verify });
  started.push(() => subscriptions.stop());
  const { subscribe } = subscriptions;

  const ready = async (): Promise<boolean> => {
    // The mapper would connect again.
    if (started.length === 0) return false;
    try {
      await store.orm.em.getConnection().execute('select 1');
      return true;
    } catch {
      return false;
    }
  };
  const sdlHash = createHash('sha256').update(sdl).digest('hex');
  const routes = definition.routes?.(services) ?? {};
  const handler = createRoomHandler({ name, sdlHash, execute, ready, routes });
  if (config.port !== undefined) {
    const sockets = createRoomSockets({ subscribe, verify, clock });
    const server = await listen(handler, sockets, config.port, config.host);
    started.push(() => server.close());
  }
  return {
    name,
    sdl,
    sdlHash,
    execute,
    subscribe,
    handler,
    ready,
    // A fact may set a moment, and a moment may leave facts: the first is looked at twice.
    isIdle: async () =>
      (await publisher.isIdle()) &&
      (await scheduler.isIdle()) &&
      (await messenger.isIdle()) &&
      (await scheduler.isIdle()),
    stop: () => undo(started),
  };
}

/** Gives everything back, also where one part fails to; throws what failed first. */
async function undo(started: Undo[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of started.splice(0).toReversed()) {
    await step().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

function codeOf({ errors: [first] = [] }: GraphQLAnswer): string {
  const code = first?.extensions?.['code'];
  return first ? (typeof code === 'string' ? code : 'INTERNAL') : 'OK';
}

export function faultAnswer(fault: Fault): GraphQLAnswer {
  return { errors: [{ message: fault.message, extensions: { code: fault.code } }] };
}

async function refuseHoles(store: Store): Promise<void> {
  const holes = await store.transaction(workerSession(store.room), (em) =>
    checkCatalog(em, store.room),
  );
  if (holes.length === 0) return;
  throw new Error(`Row-level security of ${store.room} has holes:\n  ${holes.join('\n  ')}`);
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
