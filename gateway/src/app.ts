import type { ApolloServer } from '@apollo/server';
import type { RoomTransport } from '@propertea/chassis/runtime';
import type { Identity } from '@propertea/kernel';
import express from 'express';
import type { ErrorRequestHandler, Express } from 'express';
import type { AnswerCache } from './cache/answer-cache.js';
import type { ParsedConfig } from './config.js';
import type { OperationCosts } from './demand/operation-costs.js';
import { RateLimits } from './demand/rate-limits.js';
import { authDoor } from './doors/auth.js';
import { explorerDoor } from './doors/explorer.js';
import { portalGraphDoor } from './doors/portal-graph.js';
import { publicGraphDoor } from './doors/public-graph.js';
import { publicReferenceDoor } from './doors/public-reference.js';
import { roomsDoor } from './doors/rooms.js';
import { statusDoor } from './doors/status.js';
import type { RequestContext } from './executor/executor.js';
import type { Assert } from './identity/assert.js';
import { accessLog } from './guards/access-log.js';
import { compressAnswers } from './guards/compress-answers.js';
import type { AdmittedDocument } from './guards/document-limits.js';
import { openCors } from './guards/open-cors.js';
import type { Origins } from './guards/origins.js';
import { faultToError } from './guards/public-errors.js';
import { requestIdOf, requestIds } from './guards/request-id.js';
import type { TrustGuard } from './guards/trusted.js';
import type { Entries } from './idempotency/entries.js';
import { Idempotency } from './idempotency/idempotency.js';
import type { Sites } from './guards/sites.js';
import { securityHeaders } from './guards/security-headers.js';
import type { Callers } from './identity/caller.js';
import type { IdentityCaches } from './identity/caches.js';
import { PersistedQueries } from './persisted-queries/persisted-queries.js';
import type { PublicGraph } from './public-graph/public-graph.js';
import type { Traffic } from './traffic/traffic.js';
import type { GatewayMetrics } from './metrics/gateway-metrics.js';
import type { CountUsage } from './usage/usage-of.js';
import type { Cookie } from './session/cookies.js';
import type { Sessions } from './session/sessions.js';
import type { SignIn } from './session/sign-in.js';
import type { SupergraphFile } from './supergraph/supergraph-file.js';

export interface AppParts {
  config: ParsedConfig;
  rooms: ReadonlyMap<string, RoomTransport>;
  assert: Assert;
  /** Aborts when the gateway begins to stop. */
  stopping: AbortSignal;
  supergraph: SupergraphFile;
  traffic: Traffic;
  idempotencyEntries: Entries;
  server: ApolloServer<RequestContext>;
  publicGraph: PublicGraph;
  publicCallers: Pick<Callers, 'of'>;
  callers: Callers;
  caches: IdentityCaches;
  answers: Pick<AnswerCache, 'changed'>;
  signIn: SignIn;
  sessions: Sessions;
  attempts: Cookie;
  sites: Sites;
  origins: Origins;
  trust: TrustGuard;
  usage: { portal: CountUsage; public: CountUsage };
  metrics: GatewayMetrics;
  /** Of the portals' graph. */
  costs(): OperationCosts | undefined;
  admit(source: string): AdmittedDocument;
}

/** The guards in their order, then the doors. */
export function createApp(parts: AppParts): Express {
  const { config, caches, callers, signIn, sessions, attempts, sites, origins } = parts;
  const { logger, publicUrl, limits, demand } = config;
  const open = config.mode === 'development';

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // Who comes through a portal or a load balancer is counted by their own address, not by its.
  app.set('trust proxy', config.trustedProxies);
  app.use(requestIds(), accessLog(logger));
  app.use(securityHeaders({ publicUrl, issuer: config.oidc.issuer, roomPaths: ['/oidc'] }));
  app.use(['/graphql', '/public/graphql', '/graphiql'], compressAnswers);
  // Before the rules of our own sites, which take cookies.
  app.use('/public', openCors);
  const operations = {
    admit: (source: string) => parts.admit(source),
    changed: async (rooms: ReadonlySet<string>, identity: Identity) => {
      await Promise.all([parts.answers.changed(rooms, identity), caches.changed(rooms, identity)]);
    },
    roomHeaders: () => parts.traffic.roomHeaders(),
    logger,
    limits,
  };
  const { publicCallers, publicGraph, usage, metrics, idempotencyEntries: entries } = parts;
  const idempotency = (graph: string) =>
    new Idempotency({ entries, graph, timeoutMs: limits.timeoutMs, logger });
  app.all(
    '/public/graphql',
    publicGraphDoor({
      ...operations,
      used: usage.public,
      counts: metrics.door('public'),
      cost: metrics.cost,
      idempotency: idempotency('public'),
      publicCallers,
      publicGraph,
      rateLimits: new RateLimits(
        config.keyValue.windows,
        { units: demand.windowUnits, seconds: demand.windowSeconds },
        logger,
      ),
      operationUnits: demand.operationUnits,
      persisted: new PersistedQueries(config.keyValue, logger),
    }),
  );
  app.use(publicReferenceDoor({ config, publicGraph, logger }));
  app.use(origins.cors);
  const { server, trust } = parts;
  app.all(
    '/graphql',
    portalGraphDoor({
      ...operations,
      used: usage.portal,
      counts: metrics.door('portal'),
      costs: () => parts.costs(),
      idempotency: idempotency('portal'),
      server,
      callers,
      origins,
      trust,
      open,
    }),
  );
  app.use(authDoor({ sites, signIn, sessions, attempts, origins, logger }));
  app.use(
    statusDoor({
      supergraph: parts.supergraph,
      traffic: parts.traffic,
      stopping: parts.stopping,
      sessions,
      explorer: open,
      portals: config.corsOrigins,
    }),
  );
  app.use(explorerDoor({ open, callers }));
  app.use(
    roomsDoor({
      rooms: parts.rooms,
      callers,
      origins,
      assert: parts.assert,
      publicUrl,
      cookies: [...sessions.cookie.names, ...attempts.names],
      logger,
    }),
  );
  app.use((_request, response) => {
    const error = { message: 'There is nothing here.', extensions: { code: 'NOT_FOUND' } };
    response.status(404).json({ errors: [error] });
  });
  const failed: ErrorRequestHandler = (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = clientStatus(error);
    if (status === 500)
      logger.error({ err: error, requestId: requestIdOf(request) }, 'request failed');
    const body =
      status === 500
        ? faultToError(error, requestIdOf(request))
        : { message: 'The request is not valid.', extensions: { code: 'BAD_USER_INPUT' } };
    response.status(status).json({ errors: [body] });
  };
  app.use(failed);
  return app;
}

/** Express marks requests that it cannot read (a malformed path, say) with a status of 4xx. */
function clientStatus(error: unknown): number {
  const status =
    typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? status : 500;
}
