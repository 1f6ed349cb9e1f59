import { createAssertionSigner } from '@propertea/chassis/runtime';
import type { RoomTransport } from '@propertea/chassis/runtime';
import { listen } from '@propertea/executor';
import type { Listening } from '@propertea/executor';
import { EVENTS_SUBGRAPH } from '@propertea/schema/live';
import type { Express } from 'express';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createApp } from './app.js';
import { AnswerCache } from './cache/answer-cache.js';
import { configSchema } from './config.js';
import type { GatewayConfig, ParsedConfig } from './config.js';
import { costsOfGraph } from './demand/costs-of-graph.js';
import { apolloServer } from './executor/apollo-server.js';
import type { Executor } from './executor/executor.js';
import { absentRoom, RoomSubgraph } from './executor/room-subgraph.js';
import { socketsDoor } from './doors/sockets.js';
import { supergraphExecutor } from './executor/supergraph-executor.js';
import type { SubgraphOf } from './executor/supergraph-executor.js';
import { documentLimits } from './guards/document-limits.js';
import { createOrigins } from './guards/origins.js';
import { trustGuard } from './guards/trusted.js';
import { createSites } from './guards/sites.js';
import { countedCache } from './metrics/counted-cache.js';
import { countedFeed } from './metrics/counted-feed.js';
import { gatewayMetrics } from './metrics/gateway-metrics.js';
import type { GatewayMetrics } from './metrics/gateway-metrics.js';
import type { Assert } from './identity/assert.js';
import { bearerTokens } from './identity/bearer.js';
import { createIdentityCaches } from './identity/caches.js';
import { createCallers } from './identity/caller.js';
import { LiveCallers } from './identity/live-callers.js';
import { createPublicCallers } from './identity/public-callers.js';
import { systemQueryTo } from './identity/system-query.js';
import { Entries } from './idempotency/entries.js';
import { orUnavailable } from './key-value/or-unavailable.js';
import { EventHub } from './live/event-hub.js';
import { createEventSubgraph } from './live/event-subgraph.js';
import { refuseUnsafeProduction } from './production.js';
import { PublicGraph } from './public-graph/public-graph.js';
import { createCipher } from './session/cipher.js';
import { hostCookie } from './session/cookies.js';
import { OpenId } from './session/open-id.js';
import { createRefresh } from './session/refresh.js';
import { Sessions } from './session/sessions.js';
import { SignIn } from './session/sign-in.js';
import { SupergraphFile } from './supergraph/supergraph-file.js';
import type { Served } from './supergraph/supergraph-file.js';
import { Traffic } from './traffic/traffic.js';
import { TrustedDocuments } from './trusted-documents/trusted-documents.js';
import { usageOf } from './usage/usage-of.js';
import { UsageRecorder } from './usage/usage-recorder.js';
import { UsageStore } from './usage/usage-store.js';

export interface Gateway {
  app: Express;
  /** Listens and returns the port; port 0 picks a free one. */
  start(port: number, host?: string): Promise<number>;
  /**
   * Says at `/ready` that it stops, goes on for `drain.leadMs`, lets requests in flight finish for `drain.graceMs`,
   * then releases everything but the key-value port and the events.
   */
  stop(): Promise<void>;
}

/**
 * Puts the gateway together and loads the supergraph; rooms may still be down. Throws on a wrong
 * configuration, on one that production refuses, and on a supergraph that cannot be served.
 */
export async function createGateway(config: GatewayConfig): Promise<Gateway> {
  const given = configSchema.parse(config);
  const parsed = { ...given, keyValue: orUnavailable(given.keyValue) };
  refuseUnsafeProduction(parsed);
  const { logger, keyValue, limits, drain } = parsed;
  const stopping = new AbortController();
  const rooms = new Map(parsed.rooms.map((room) => [room.name, room]));
  const signer = createAssertionSigner(parsed.assertionKey);
  const assert: Assert = (identity, room) => signer.sign(identity, room);

  const traffic = new Traffic({ path: parsed.trafficPath, rooms: [...rooms.keys()], logger });
  await traffic.load();

  const documents = new TrustedDocuments(
    parsed.operationsPath ?? join(dirname(parsed.supergraphPath), 'operations'),
    logger,
  );
  const metrics = gatewayMetrics(parsed.metrics, documents);
  const hub = new EventHub(countedFeed(parsed.events, parsed.metrics), logger);
  const subgraphOf: SubgraphOf = (name, supergraphSdl) => {
    if (name === EVENTS_SUBGRAPH) return createEventSubgraph({ supergraphSdl, hub });
    const room = rooms.get(name);
    return room
      ? new RoomSubgraph(room, assert, traffic.laneTo(name), metrics.fetches)
      : absentRoom(name);
  };
  const answers = new AnswerCache({ ...parsed.cache, hub, keyValue, logger });
  await answers.start();
  const kept = answers.fetches && countedCache(answers.fetches, parsed.metrics);
  const executorOf = (graph: 'portal' | 'public') =>
    supergraphExecutor(subgraphOf, { observe: metrics.executor(graph), cache: kept });
  const executor = executorOf('portal');
  const unwatches = [
    metrics.watchCache('portal', () => executor.cachedBytes),
    traffic.onBreaker((room, state) => metrics.breaker(room, state)),
  ];
  const publicGraph = new PublicGraph({
    executor() {
      const over = executorOf('public');
      unwatches.push(metrics.watchCache('public', () => over.cachedBytes));
      return over;
    },
    // Its whole schema may be read by everybody.
    server: (over) =>
      apolloServer({ executor: over, logger, maxTokens: limits.tokens, hideSchema: false }),
  });
  const supergraph = new SupergraphFile({
    path: parsed.supergraphPath,
    rooms: parsed.rooms,
    graphs: bothGraphs(executor, publicGraph, metrics),
    logger,
  });
  await supergraph.load();
  if (parsed.mode === 'production') await publicGraph.service();
  await documents.load();
  if (parsed.mode === 'production' && documents.size === 0) {
    logger.warn('no trusted documents: /graphql answers operators only');
  }
  const server = apolloServer({
    executor,
    logger,
    maxTokens: limits.tokens,
    hideSchema: parsed.mode === 'production',
  });
  await server.start();

  const systemQuery = (room: string) =>
    systemQueryTo(requireRoom(rooms, room), assert, traffic.laneTo(room));
  const caches = createIdentityCaches({
    logger,
    organizations: systemQuery('organizations'),
    identity: systemQuery('identity'),
    keyValue,
  });
  await caches.start();
  const signInParts = createSignIn(parsed);
  const callers = createCallers({ ...signInParts, ...caches });
  const live = new LiveCallers({
    callers,
    sessions: signInParts.sessions,
    keyValue,
    onForgotten: (listener) => caches.onForgotten(listener),
    recheckMs: parsed.sockets.recheckMs,
    logger,
  });
  await live.start();
  const guards = {
    origins: createOrigins(parsed.publicUrl, parsed.corsOrigins),
    admit: documentLimits(limits),
    trust: trustGuard(documents, parsed.mode === 'development'),
  };
  const usage = new UsageRecorder({
    store: new UsageStore(keyValue, parsed.usage.retentionDays),
    limits: parsed.usage,
    flushMs: parsed.usage.flushMs,
    logger,
  });
  const usedAtPortal = usageOf('portal', usage, documents);
  const app = createApp({
    config: parsed,
    rooms,
    assert,
    stopping: stopping.signal,
    supergraph,
    traffic,
    idempotencyEntries: new Entries({
      keyValue,
      cipher: createCipher(parsed.cookieSecrets),
      ...parsed.idempotency,
    }),
    server,
    publicGraph,
    callers,
    publicCallers: createPublicCallers(callers, caches.apiKeys),
    caches,
    metrics,
    costs: costsOfGraph(executor),
    answers,
    usage: { portal: usedAtPortal, public: usageOf('public', usage, documents) },
    ...signInParts,
    ...guards,
  });
  const sockets = socketsDoor({
    app,
    executor,
    callers,
    live,
    used: usedAtPortal,
    metrics,
    ...guards,
    logger,
    values: limits,
    limits: parsed.sockets,
    openIntrospection: parsed.mode === 'development',
    hideSchema: parsed.mode === 'production',
  });
  supergraph.watch(parsed.supergraphPollMs);
  documents.watch(parsed.supergraphPollMs);
  traffic.watch(parsed.supergraphPollMs);

  let http: Listening | undefined;
  return {
    app,
    async start(port, host = '127.0.0.1') {
      http = await listen(app, sockets.upgrade, port, host, limits);
      logger.info({ url: parsed.publicUrl, port: http.port }, 'gateway listens');
      return http.port;
    },
    async stop() {
      stopping.abort();
      sockets.refuse();
      http?.sayFarewell();
      if (http && drain.leadMs > 0) await pause(drain.leadMs);
      const drained = http?.drain(drain.graceMs);
      for (const unwatch of unwatches) unwatch();
      await sockets.stop();
      await drained;
      await live.stop();
      await usage.stop();
      await supergraph.stop();
      await documents.stop();
      await traffic.stop();
      await server.stop();
      await publicGraph.stop();
      await executor.stop();
      await caches.stop();
      await answers.stop();
    },
  };
}

/** The two graphs over one supergraph. The public one goes first: it is the one that may be refused alone. */
function bothGraphs(
  executor: Executor,
  publicGraph: PublicGraph,
  { swapped }: Pick<GatewayMetrics, 'swapped'>,
): Served {
  return {
    async load(files) {
      await executor.load(files.supergraphSdl);
      await publicGraph.take(files);
    },
    async swap(files) {
      try {
        await publicGraph.take(files);
        await executor.swap(files.supergraphSdl);
        swapped('replaced');
      } catch (error) {
        swapped('refused');
        throw error;
      }
    },
  };
}

function createSignIn(config: ParsedConfig) {
  const { publicUrl, corsOrigins, keyValue, oidc } = config;
  const sites = createSites(publicUrl, corsOrigins);
  const cipher = createCipher(config.cookieSecrets);
  const openId = new OpenId(oidc);
  const bearer = bearerTokens(openId, oidc.audience);
  const signIn = new SignIn({ openId, cipher, accessTokens: bearer });
  const sessions: Sessions = new Sessions({
    keyValue,
    cipher,
    cookie: hostCookie('propertea-session', sites),
    limits: config.session,
    refresh: createRefresh({ sessions: () => sessions, signIn, keyValue }),
  });
  return { bearer, signIn, sessions, sites, attempts: hostCookie('propertea-sign-in', sites) };
}

function requireRoom(rooms: ReadonlyMap<string, RoomTransport>, name: string): RoomTransport {
  const room = rooms.get(name);
  if (!room) throw new Error(`The gateway needs the room "${name}" to know who asks`);
  return room;
}
