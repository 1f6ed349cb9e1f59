import {
  CLOSE,
  createSocketServer,
  pathOf,
  refuseUpgrade,
  SubscriptionError,
} from '@propertea/executor';
import type { CloseCode, LiveSocket, UpgradeListener } from '@propertea/executor';
import type { Logger } from '@propertea/chassis/runtime';
import { Fault } from '@propertea/kernel';
import type { Express } from 'express';
import type { GraphQLSchema } from 'graphql';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { ParsedConfig } from '../config.js';
import type { Executor } from '../executor/executor.js';
import type { AdmittedDocument } from '../guards/document-limits.js';
import type { Origins } from '../guards/origins.js';
import { faultToError } from '../guards/public-errors.js';
import { asTraceparent, traceparentOf } from '../guards/request-id.js';
import type { ValueLimits } from '../guards/values.js';
import type { TrustGuard } from '../guards/trusted.js';
import type { GatewayMetrics } from '../metrics/gateway-metrics.js';
import type { Callers } from '../identity/caller.js';
import type { Ending, LiveCallers } from '../identity/live-callers.js';
import type { CountUsage } from '../usage/usage-of.js';
import { addressOf, handshakeOf, refusalOf } from './socket-handshake.js';
import { SocketOperations } from './socket-operations.js';
import type { SocketCaller } from './socket-operations.js';
import { SocketQuotas } from './socket-quotas.js';
import type { SocketQuota } from './socket-quotas.js';

export interface SocketsDoorParts {
  app: Express;
  executor: Executor;
  callers: Callers;
  live: LiveCallers;
  origins: Origins;
  trust: TrustGuard;
  used: CountUsage;
  metrics: Pick<GatewayMetrics, 'sockets' | 'door'>;
  admit(source: string): AdmittedDocument;
  values: ValueLimits;
  logger: Logger;
  limits: ParsedConfig['sockets'];
  openIntrospection: boolean;
  hideSchema: boolean;
}

export interface SocketsDoor {
  readonly upgrade: UpgradeListener;
  /** Takes no more: who comes is told to connect again (1012), which may lead elsewhere. */
  refuse(): void;
  /** Closes every socket, and takes no more. */
  stop(): Promise<void>;
}

interface Visitor extends SocketCaller {
  readonly quota: SocketQuota;
  readonly id: string;
  readonly since: number;
  unwatch: () => void;
}

const ENDINGS: Record<Ending, { code: CloseCode; reason: string }> = {
  credentials: {
    code: CLOSE.credentialsEnded,
    reason: 'The session or the token is over. Sign in and connect again.',
  },
  rights: {
    code: CLOSE.rightsChanged,
    reason: 'What you may see has changed. Connect again and load anew.',
  },
  unknown: {
    code: CLOSE.tryAgainLater,
    reason: 'It cannot be told at the moment who you are. Connect again later.',
  },
};

/** `/graphql` over WebSocket: subscriptions, for as long as their caller is who they were. */
export function socketsDoor(parts: SocketsDoorParts): SocketsDoor {
  const { app, callers, executor, live, logger, origins } = parts;
  const quotas = new SocketQuotas(parts.limits);
  const counts = parts.metrics.sockets;
  const operations = new SocketOperations({
    ...parts,
    counts: parts.metrics.door('socket'),
    subscribe: (request, context) => executor.subscribe(request, context),
  });
  let schema: GraphQLSchema | undefined;

  async function enter(
    init: Readonly<Record<string, unknown>>,
    request: IncomingMessage,
    socket: LiveSocket<Visitor>,
  ): Promise<Visitor> {
    const handshake = handshakeOf(init, request);
    const caller = await callers.of(handshake);
    // A browser sends the cookie along with whatever page opens the socket.
    if (caller.credential === 'cookie') origins.require(handshake);
    const quota = quotas.enter(caller.identity.subject ?? addressOf(app, request));
    const visitor: Visitor = {
      caller,
      quota,
      headers: request.headers,
      traceparent: asTraceparent(init['traceparent']) ?? traceparentOf(request),
      id: randomUUID(),
      since: performance.now(),
      unwatch: () => undefined,
    };
    visitor.unwatch = live.watch(caller, (why) =>
      socket.close(ENDINGS[why].code, ENDINGS[why].reason),
    );
    return visitor;
  }

  const sockets = createSocketServer<Visitor>(
    {
      takesHashes: true,
      async connect(init, request, socket) {
        try {
          const visitor = await enter(init, request, socket);
          counts.opened();
          return visitor;
        } catch (error) {
          if (error instanceof Fault) throw refusalOf(error);
          throw error;
        }
      },
      admit(wish, visitor) {
        if (!schema) throw new Error('No supergraph is loaded');
        const admitted = operations.admit(wish, visitor, schema);
        try {
          visitor.quota.subscribe();
        } catch (error) {
          throw new SubscriptionError([faultToError(error, randomUUID())]);
        }
        counts.subscribed();
        return admitted;
      },
      lost: (reason) => operations.lost(reason),
      left({ quota }) {
        counts.unsubscribed();
        quota.unsubscribe();
      },
      closed({ quota, unwatch, id, since }, code) {
        counts.closed(code);
        unwatch();
        quota.leave();
        const ms = Math.round(performance.now() - since);
        logger.info({ socket: id, code, ms }, 'socket closed');
      },
      failed: (error) => logger.error({ err: error }, 'a socket failed'),
    },
    parts.limits,
  );

  const stopListening = executor.onSchema((next) => {
    if (schema) sockets.closeAll(CLOSE.schemaChanged, 'The schema was replaced. Connect again.');
    schema = next;
  });

  return {
    upgrade(request, socket, head) {
      if (pathOf(request.url) === '/graphql') sockets.accept(request, socket, head);
      else refuseUpgrade(socket, 404);
    },
    refuse: () => sockets.refuse(),
    async stop() {
      stopListening();
      await sockets.stop();
    },
  };
}
