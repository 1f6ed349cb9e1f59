import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  ASSERTION_HEADER,
  type Clock,
  type Identity,
  REQUEST_ID_HEADER,
  systemClock,
} from '@propertea/kernel';
import { GraphQLError, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { expiryOf } from './assertion.js';
import type { Subscribe } from './room-subscriptions.js';

const MAX_MESSAGE_BYTES = 1024 * 1024;
const INIT_TIMEOUT_MS = 5_000;
const KEEP_ALIVE_MS = 20_000;
const CLOSE_TIMEOUT_MS = 2_000;
const UNAUTHENTICATED = 4401;
const PASSED = [ASSERTION_HEADER, REQUEST_ID_HEADER, 'traceparent'];

export interface RoomSockets {
  /** Takes an upgrade to `/graphql` over and ends every other one. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Closes all; resolves when they are closed. */
  stop(): Promise<void>;
}

/** What a socket of the gateway stands on: the headers of its first message, renewed by pings. */
interface Standing {
  headers: Record<string, string>;
  identity: string;
  expiring: NodeJS.Timeout | undefined;
}

/**
 * A room's subscriptions over graphql-transport-ws, for a gateway in another process. The assertion comes
 * with `connection_init`, and a younger one of the same identity with any ping; the socket closes with
 * the assertion.
 */
export function createRoomSockets(parts: {
  subscribe: Subscribe;
  verify: (assertion: string | undefined) => Identity;
  clock?: Clock;
}): RoomSockets {
  const { subscribe, verify, clock = systemClock } = parts;
  const settings: ServerOptions & { closeTimeout: number } = {
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MAX_MESSAGE_BYTES,
    closeTimeout: CLOSE_TIMEOUT_MS,
  };
  const server = new WebSocketServer(settings);
  const standings = new WeakMap<WebSocket, Standing>();

  /** Takes an assertion in; false where it is not good for this socket. */
  function admit(socket: WebSocket, payload: Readonly<Record<string, unknown>>): boolean {
    const headers = textsOf(payload);
    const assertion = headers[ASSERTION_HEADER];
    const before = standings.get(socket);
    try {
      const identity = JSON.stringify(verify(assertion));
      if (before && before.identity !== identity) return false;
      clearTimeout(before?.expiring);
      const left = expiryOf(assertion ?? '') - clock.now().getTime();
      const expire = () => socket.close(UNAUTHENTICATED, 'The assertion has expired.');
      const expiring = setTimeout(expire, left);
      expiring.unref();
      standings.set(socket, { headers: { ...before?.headers, ...headers }, identity, expiring });
      return true;
    } catch {
      return false;
    }
  }

  const served = useServer<Record<string, unknown>, { socket: WebSocket }>(
    {
      connectionInitWaitTimeout: INIT_TIMEOUT_MS,
      onConnect({ connectionParams = {}, extra: { socket } }) {
        if (admit(socket, connectionParams)) return true;
        socket.close(UNAUTHENTICATED, 'This room answers only requests of the gateway.');
        return false;
      },
      onPing({ extra: { socket } }, payload) {
        if (!payload || !(ASSERTION_HEADER in payload) || admit(socket, payload)) return;
        socket.close(UNAUTHENTICATED, 'The assertion is not good for this socket.');
      },
      onSubscribe({ extra: { socket } }, _id, { query, variables, operationName }) {
        try {
          const document = parse(query, { noLocation: true });
          const contextValue = { socket, request: { query, variables, operationName } };
          // The room validates against its own schema.
          return { schema: undefined as never, document, operationName, contextValue };
        } catch (error) {
          return [error as GraphQLError];
        }
      },
      subscribe({ contextValue }) {
        const { socket, request } = contextValue as Subscribing;
        return subscribe(request, () => standings.get(socket)?.headers ?? {}) as never;
      },
      execute: () => ({ errors: [new GraphQLError('Send queries and mutations by POST.')] }),
      // As it is: the library would format the errors once more.
      onNext: (_context, _id, _payload, _args, answer) => answer,
      onError: (_context, _id, _payload, errors) =>
        errors.map(({ message, originalError }) => ({
          message,
          // Errors of ours have a cause, those of the library and the parser are about what was sent.
          extensions: { code: originalError ? codeOf(originalError) : 'BAD_USER_INPUT' },
        })),
      onClose({ extra: { socket } }) {
        clearTimeout(standings.get(socket)?.expiring);
      },
    },
    server,
    KEEP_ALIVE_MS,
  );

  return {
    upgrade(request, socket, head) {
      if (request.url?.split('?', 1)[0] === '/graphql') {
        server.handleUpgrade(request, socket, head, (ws) => server.emit('connection', ws, request));
      } else {
        socket.on('error', () => undefined);
        socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
      }
    },
    stop: async () => served.dispose(),
  };
}

interface Subscribing {
  socket: WebSocket;
  request: Parameters<Subscribe>[0];
}

function textsOf(payload: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const name of PASSED) {
    const value = payload[name];
    if (typeof value === 'string') texts[name] = value;
  }
  return texts;
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : 'INTERNAL';
}
