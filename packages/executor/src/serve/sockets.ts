import type { DocumentNode, GraphQLSchema } from 'graphql';
import { createHash } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Executor } from '../executor.js';
import { CLOSE } from './close-codes.js';
import { Documents } from './documents.js';
import type { UpgradeListener } from './http-server.js';
import type { SocketLimits } from './socket-limits.js';
import { SubscriptionError } from './socket-reader.js';
import { createSocketServer } from './socket-server.js';
import { pathOf, refuseUpgrade } from './upgrade.js';

export interface ServeSocketsOptions<Context> {
  /** The executor of now: a subscription stays on the one it began with until `schemaChanged`. */
  readonly executor: () => Executor<Context>;
  /** What the operations of a socket know; throw `SocketRefused` to close it. */
  readonly context: (
    init: Readonly<Record<string, unknown>>,
    request: IncomingMessage,
  ) => Context | Promise<Context>;
  /** Equal for contexts to which subgraphs give equal answers: they share equal subscriptions. */
  readonly sharingKey: (context: Context) => string;
  readonly path?: string;
  readonly documents: { readonly tokens: number; readonly introspection: boolean };
  readonly limits: SocketLimits;
}

export interface ServedSockets {
  readonly sockets: number;
  /** To be called once `executor` gives another one: every client connects again. */
  schemaChanged(): void;
  /** Closes those that come from now on at once, to connect again (1012). */
  refuse(): void;
  /** Closes every socket; resolves when they are closed. */
  close(): Promise<void>;
}

/** Serves the subscriptions of an executor over graphql-transport-ws on a server's upgrades. */
export function serveSockets<Context>(
  server: Server,
  options: ServeSocketsOptions<Context>,
): ServedSockets {
  const door = socketsDoor(options);
  server.on('upgrade', door.upgrade);
  return {
    ...door,
    get sockets() {
      return door.sockets;
    },
    async close() {
      await door.close();
      server.off('upgrade', door.upgrade);
    },
  };
}

/** The same for a server that takes the listener of its upgrades. */
export function socketsDoor<Context>(
  options: ServeSocketsOptions<Context>,
): ServedSockets & { readonly upgrade: UpgradeListener } {
  const { path = '/graphql' } = options;
  const validated = new WeakMap<GraphQLSchema, Documents>();
  const documentsOf = (schema: GraphQLSchema): Documents => {
    const known = validated.get(schema) ?? new Documents(schema, options.documents);
    validated.set(schema, known);
    return known;
  };

  const sockets = createSocketServer<{ context: Context }>(
    {
      connect: async (init, request) => ({ context: await options.context(init, request) }),
      admit({ query, variables = {}, operationName }, { context }) {
        const executor = options.executor();
        const { schema } = executor;
        const document = documentsOf(schema).read(query);
        if (!('definitions' in document)) throw new SubscriptionError(document);
        if (!isSubscription(document, operationName))
          throw new SubscriptionError([NO_SUBSCRIPTION]);
        const key = [query, operationName ?? null, variables, options.sharingKey(context)];
        return {
          schema,
          document,
          operationName,
          key: createHash('sha256').update(JSON.stringify(key)).digest('base64'),
          open: (signal) =>
            executor.subscribe({ document, operationName, variables }, context, signal),
        };
      },
      lost: (reason) => [
        {
          message: reason instanceof Error ? reason.message : String(reason),
          extensions: { code: 'UPSTREAM_UNAVAILABLE' },
        },
      ],
    },
    options.limits,
  );

  return {
    upgrade(request, socket, head) {
      if (pathOf(request.url) === path) sockets.accept(request, socket, head);
      else refuseUpgrade(socket, 404);
    },
    get sockets() {
      return sockets.sockets;
    },
    schemaChanged: () =>
      sockets.closeAll(CLOSE.schemaChanged, 'The schema was replaced. Connect again.'),
    refuse: () => sockets.refuse(),
    close: () => sockets.stop(),
  };
}

const NO_SUBSCRIPTION = {
  message: 'Only subscriptions are served here: send queries and mutations by POST.',
  extensions: { code: 'BAD_USER_INPUT' },
};

function isSubscription(document: DocumentNode, name: string | null | undefined): boolean {
  return document.definitions.some(
    (definition) =>
      definition.kind === 'OperationDefinition' &&
      definition.operation === 'subscription' &&
      (!name || definition.name?.value === name),
  );
}
