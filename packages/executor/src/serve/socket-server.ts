import { getOperationAST, GraphQLError } from 'graphql';
import type { DocumentNode, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { handleProtocols, makeServer } from 'graphql-ws';
import type { SubscribePayload } from 'graphql-ws';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { ServerOptions, WebSocket } from 'ws';
import { FanOut } from '../subscribe/fan-out.js';
import type { OpenSource } from '../subscribe/fan-out.js';
import { withText } from './by-hash.js';
import { CLOSE, SocketRefused } from './close-codes.js';
import type { CloseCode } from './close-codes.js';
import { LiveSocket } from './live-socket.js';
import type { SocketLimits } from './socket-limits.js';
import { SocketReader, SubscriptionError } from './socket-reader.js';
import { refuseUpgrade } from './upgrade.js';

/** How long a client may take to answer the closing of its socket. */
const CLOSE_TIMEOUT_MS = 2_000;
const CHECK_EVERY_MS = 1_000;
const STOPS = 'The server stops. Connect again.';
/** Clients send a message in one piece or in a few. */
const MAX_FRAGMENTS = 256;
/** Clients count, or use UUIDs. */
const MAX_ID = 128;

/** One subscription that a socket may have. */
export interface AdmittedSubscription {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  /** Equal for those alone who may see the same results of the same operation. */
  readonly key: string;
  readonly open: OpenSource;
}

/** What a server of sockets decides, beside the protocol. */
export interface SocketRules<Who> {
  /** Says who opens a socket. Throws `SocketRefused`. */
  connect(
    init: Readonly<Record<string, unknown>>,
    request: IncomingMessage,
    socket: LiveSocket<Who>,
  ): Who | Promise<Who>;
  /** Whether documents may be named by a hash: `admit` then gets an empty text with what names them. */
  readonly takesHashes?: boolean;
  /** Throws `SubscriptionError`; the socket stays. What it admits will be `left`. */
  admit(payload: SubscribePayload, who: Who): AdmittedSubscription;
  /** The errors to be told when the source of a subscription is lost. */
  lost(reason: unknown): readonly GraphQLFormattedError[];
  /** A subscription of the socket has ended. */
  left?(who: Who): void;
  /** The socket is closed, from this side or the other. */
  closed?(who: Who, code: number): void;
  failed?(error: unknown): void;
}

export interface SocketServer {
  /** How many sockets and how many different operations are live. */
  readonly sockets: number;
  readonly operations: number;
  /** Takes an upgrade over. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  closeAll(code: CloseCode, reason: string): void;
  /** Closes sockets that come from now on at once, as one that stops. */
  refuse(): void;
  /** Closes all, and resolves when they are closed. */
  stop(): Promise<void>;
}

interface Extra<Who> {
  readonly socket: LiveSocket<Who>;
}

/** GraphQL over WebSocket (graphql-transport-ws) with bounds; equal subscriptions share their execution. */
export function createSocketServer<Who>(
  rules: SocketRules<Who>,
  limits: SocketLimits,
): SocketServer {
  const live = new Map<WebSocket, LiveSocket<Who>>();
  const fanOut = new FanOut(limits);
  const seconds = () => Math.floor(performance.now() / 1000);
  let stopped: (() => void) | undefined;
  let refusing = false;

  const protocol = makeServer<Record<string, unknown>, Extra<Who>>({
    connectionInitWaitTimeout: limits.initTimeoutMs,
    async onConnect(context) {
      const { socket } = context.extra;
      const init = context.connectionParams ?? {};
      // Tokens are not kept as long as their sockets are.
      Object.assign(context, { connectionParams: undefined });
      return connect(rules, socket, init);
    },
    onSubscribe({ extra: { socket } }, id, payload) {
      try {
        // Of messages that come together, each counts before the next one is looked at.
        if (socket.readers.size >= limits.subscriptionsPerSocket) throw tooManySubscriptions();
        if (id.length > MAX_ID) throw refusal('The id of the subscription is too long.');
        const admitted = rules.admit(payload, socket.who as Who);
        const { schema, document, operationName } = admitted;
        if (!getOperationAST(document, operationName)) {
          rules.left?.(socket.who as Who);
          throw refusal('Say in "operationName" which of the operations is meant.');
        }
        const reader = read(socket, id, admitted);
        return { schema, document, operationName, contextValue: reader, rootValue: undefined };
      } catch (error) {
        if (!(error instanceof SubscriptionError)) rules.failed?.(error);
        return [new GraphQLError('Not subscribed.', { originalError: error as Error })];
      }
    },
    subscribe: ({ contextValue }) => contextValue as SocketReader,
    onError(_context, _id, _payload, errors) {
      return errors.flatMap(({ originalError }) =>
        originalError instanceof SubscriptionError ? originalError.errors : INTERNAL,
      );
    },
  });

  function read(
    socket: LiveSocket<Who>,
    id: string,
    { key, open }: AdmittedSubscription,
  ): SocketReader {
    const reader = new SocketReader(
      socket,
      id,
      (reason) => rules.lost(reason),
      () => rules.left?.(socket.who as Who),
    );
    socket.readers.add(reader);
    return reader.begin(fanOut.join(key, open, reader));
  }

  function opened(ws: WebSocket, request: IncomingMessage): void {
    if (refusing) return ws.close(CLOSE.serviceRestart, STOPS);
    const socket = new LiveSocket<Who>(ws, limits, seconds());
    socket.request = request;
    live.set(ws, socket);
    const over = protocol.opened(
      {
        protocol: ws.protocol,
        send: (text) => socket.send(text),
        close: (code = CLOSE.internal, reason = '') => socket.close(code as CloseCode, reason),
        onMessage: (receive) =>
          void ws.on('message', (data: Buffer) => {
            if (!socket.admits(seconds())) return;
            const text = data.toString();
            receive(rules.takesHashes ? withText(text) : text).catch((error: unknown) => {
              if (isProtocolError(error)) return socket.close(CLOSE.badMessage, 'Not expected.');
              rules.failed?.(error);
              socket.close(CLOSE.internal, 'Something went wrong on our side.');
            });
          }),
      },
      { socket },
    );
    // Which are answered, so they count like messages.
    ws.on('ping', () => void socket.admits(seconds()));
    ws.on('pong', () => socket.heard(seconds()));
    // What the other side did wrong, such as a message that is too large, closes the socket by itself.
    ws.on('error', () => undefined);
    ws.once('close', (code, reason) => {
      live.delete(ws);
      socket.leave();
      over(code, reason.toString()).catch((error: unknown) => rules.failed?.(error));
      if (socket.who !== undefined) rules.closed?.(socket.who, code);
      if (live.size === 0) stopped?.();
    });
  }

  const settings: ServerOptions & { closeTimeout: number; maxFragments: number } = {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.messageBytes,
    maxFragments: MAX_FRAGMENTS,
    handleProtocols,
    closeTimeout: CLOSE_TIMEOUT_MS,
  };
  const acceptor = new WebSocketServer(settings);
  const checking = setInterval(() => {
    const now = seconds();
    for (const socket of live.values()) socket.check(now);
  }, CHECK_EVERY_MS);
  checking.unref();

  return {
    get sockets() {
      return live.size;
    },
    get operations() {
      return fanOut.size;
    },
    accept(request, socket, head) {
      if (stopped) return refuseUpgrade(socket, 503);
      if (live.size >= limits.sockets) return refuseUpgrade(socket, 503);
      acceptor.handleUpgrade(request, socket, head, opened);
    },
    closeAll(code, reason) {
      for (const socket of live.values()) socket.close(code, reason);
    },
    refuse() {
      refusing = true;
    },
    async stop() {
      clearInterval(checking);
      const closed = new Promise<void>((resolve) => (stopped = resolve));
      if (live.size === 0) return;
      this.closeAll(CLOSE.serviceRestart, STOPS);
      await closed;
    },
  };
}

async function connect<Who>(
  rules: SocketRules<Who>,
  socket: LiveSocket<Who>,
  init: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const { request } = socket;
  socket.request = undefined;
  if (!request) return false;
  try {
    const who = await rules.connect(init, request, socket);
    if (socket.isOpen) socket.who = who;
    else rules.closed?.(who, CLOSE.internal);
  } catch (error) {
    if (error instanceof SocketRefused) {
      socket.close(error.code, error.message);
    } else {
      rules.failed?.(error);
      socket.close(CLOSE.internal, 'Something went wrong on our side.');
    }
  }
  return socket.isOpen;
}

const INTERNAL: GraphQLFormattedError = {
  message: 'Something went wrong on our side.',
  extensions: { code: 'INTERNAL' },
};

function refusal(message: string, code = 'BAD_USER_INPUT'): SubscriptionError {
  return new SubscriptionError([{ message, extensions: { code } }]);
}

const tooManySubscriptions = () =>
  refusal('This socket has as many subscriptions as it may have.', 'RATE_LIMITED');

/** The library refuses by an exception what only servers may send. */
function isProtocolError(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Unexpected message of type');
}
