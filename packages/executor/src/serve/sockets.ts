import { parse, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Executor } from '../executor.js';
import { CLOSE } from './close-codes.js';
import { socketLimitsSchema } from './socket-limits.js';
import type { SocketLimits } from './socket-limits.js';
import { SubscriptionError } from './socket-reader.js';
import { createSocketServer } from './socket-server.js';
import { pathOf, refuseUpgrade } from './upgrade.js';

export interface ServeSocketsOptions<Context> {
  /** The executor of now: a subscription stays on the one it began with until `schemaChanged`. */
  readonly executor: () => Executor<Context>;
  /** What an operation of this socket knows; throw `SocketRefused` to close it. */
  readonly context: (
    init: Readonly<Record<string, unknown>>,
    request: IncomingMessage,
  ) => Context | Promise<Context>;
  readonly path?: string;
  readonly maxTokens?: number;
  readonly limits?: Partial<SocketLimits>;
}

export interface ServedSockets {
  readonly sockets: number;
  /** To be called once `executor` gives another one: every client connects again. */
  schemaChanged(): void;
  /** Closes every socket; resolves when they are closed. */
  close(): Promise<void>;
}

interface Client<Context> {
  readonly context: Context;
  /** Equal for clients who sent the same, and so get the same. */
  readonly sent: string;
}

const CACHED_DOCUMENTS = 500;
/** Of every handshake its own, and without influence on what a subgraph answers. */
const OF_THE_HANDSHAKE = /^(?:sec-websocket-|content-length$)/;

/** Serves the subscriptions of an executor over graphql-transport-ws on a server's upgrades. */
export function serveSockets<Context>(
  server: Server,
  options: ServeSocketsOptions<Context>,
): ServedSockets {
  const { path = '/graphql', maxTokens = 5_000 } = options;
  const documents = new WeakMap<GraphQLSchema, LRUCache<string, DocumentNode>>();

  function documentOf(schema: GraphQLSchema, source: string, sourceKey: string): DocumentNode {
    let known = documents.get(schema);
    if (!known) documents.set(schema, (known = new LRUCache({ max: CACHED_DOCUMENTS })));
    let document = known.get(sourceKey);
    if (!document) {
      document = parsed(source, maxTokens);
      const errors = validate(schema, document);
      if (errors.length > 0) throw new SubscriptionError(errors);
      known.set(sourceKey, document);
    }
    return document;
  }

  const sockets = createSocketServer<Client<Context>>(
    {
      async connect(init, request) {
        const context = await options.context(init, request);
        return { context, sent: sentBy(init, request) };
      },
      admit({ query, variables, operationName }, { context, sent }) {
        const executor = options.executor();
        const sourceKey = digest(query);
        const document = documentOf(executor.schema, query, sourceKey);
        if (!isSubscription(document, operationName)) {
          throw refusal('Only subscriptions are served here: send queries and mutations by POST.');
        }
        const operation = { document, operationName, variables: variables ?? {}, sourceKey };
        return {
          schema: executor.schema,
          document,
          operationName,
          key: digest(JSON.stringify([sourceKey, operationName ?? null, variables ?? null, sent])),
          open: (signal) => executor.subscribe(operation, context, signal),
        };
      },
      lost: (reason) => [
        {
          message: reason instanceof Error ? reason.message : String(reason),
          extensions: { code: 'UPSTREAM_UNAVAILABLE' },
        },
      ],
    },
    socketLimitsSchema.parse(options.limits ?? {}),
  );

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (pathOf(request.url) === path) sockets.accept(request, socket, head);
    else refuseUpgrade(socket, 404);
  };
  server.on('upgrade', upgrade);
  return {
    get sockets() {
      return sockets.sockets;
    },
    schemaChanged: () =>
      sockets.closeAll(CLOSE.schemaChanged, 'The schema was replaced. Connect again.'),
    async close() {
      await sockets.stop();
      server.off('upgrade', upgrade);
    },
  };
}

function parsed(source: string, maxTokens: number): DocumentNode {
  try {
    return parse(source, { maxTokens, noLocation: true });
  } catch (error) {
    throw refusal(error instanceof Error ? error.message : 'The document cannot be read.');
  }
}

function isSubscription(document: DocumentNode, name: string | null | undefined): boolean {
  return document.definitions.some(
    (definition) =>
      definition.kind === 'OperationDefinition' &&
      definition.operation === 'subscription' &&
      (!name || definition.name?.value === name),
  );
}

function refusal(message: string): SubscriptionError {
  return new SubscriptionError([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
}

function sentBy(init: Readonly<Record<string, unknown>>, { headers, url }: IncomingMessage) {
  const sent = Object.entries(headers).filter(([name]) => !OF_THE_HANDSHAKE.test(name));
  return digest(JSON.stringify([init, sent, url]));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
