import { ASSERTION_HEADER } from '@propertea/kernel';
import { createClient, MessageType, stringifyMessage } from 'graphql-ws';
import { type ClientOptions, WebSocket } from 'ws';
import { BoundedQueue } from './bounded-queue.js';
import { type GraphQLAnswer, type GraphQLRequest, headersOf, type RoomHeaders } from './graphql.js';

const MAX_WAITING = 256;
const MAX_MESSAGE_BYTES = 8 * 1024 * 1024;
const CONNECT_TIMEOUT_MS = 10_000;
/** Assertions are good for a minute and more, and the same for half of that. */
const RENEW_EVERY_MS = 20_000;
const PATIENCE_MS = 5_000;

/**
 * A subscription at a room behind HTTP, on a socket of its own. Its assertion is renewed for as long as
 * `headers` gives younger ones. Rejects with `lost` when the room is lost or closes; ends at once with
 * the signal, and when its reader returns.
 */
export function remoteSubscription(parts: {
  url: string;
  request: GraphQLRequest;
  headers: RoomHeaders;
  signal: AbortSignal | undefined;
  lost: (cause: unknown) => Error;
  renewEveryMs?: number;
}): AsyncIterable<GraphQLAnswer> {
  const { headers, signal, lost, renewEveryMs = RENEW_EVERY_MS } = parts;
  const leave = () => queue.drop();
  const queue: BoundedQueue<GraphQLAnswer> = new BoundedQueue(MAX_WAITING, () => {
    signal?.removeEventListener('abort', leave);
    clearInterval(renewing);
    clearTimeout(deadline);
    // Also one that is still opening.
    client.terminate();
  });
  const fail = (cause: unknown) => queue.fail(lost(cause));
  let deadline: NodeJS.Timeout | undefined;
  let renewing: NodeJS.Timeout | undefined;

  const client = createClient({
    url: parts.url,
    webSocketImpl: RoomSocket,
    connectionParams: () => headersOf(headers),
    retryAttempts: 0,
    connectionAckWaitTimeout: CONNECT_TIMEOUT_MS,
    on: {
      connected(socket) {
        renewing = setInterval(() => {
          const payload = typeof headers === 'function' ? pick(headers()) : undefined;
          (socket as WebSocket).send(
            stringifyMessage({ type: MessageType.Ping, ...(payload && { payload }) }),
          );
          clearTimeout(deadline);
          deadline = setTimeout(() => fail(new Error('The room is silent.')), PATIENCE_MS);
        }, renewEveryMs);
        renewing.unref();
      },
      pong: () => clearTimeout(deadline),
      closed: fail,
      error: fail,
    },
  });
  if (signal?.aborted) {
    queue.drop();
    return queue;
  }
  signal?.addEventListener('abort', leave, { once: true });
  const { query, variables, operationName } = parts.request;
  client.subscribe(
    { query, variables: variables ?? null, operationName: operationName ?? null },
    {
      next(answer) {
        if (queue.push(answer as GraphQLAnswer)) return;
        queue.overflow(lost(new Error('Events come faster than they are read.')));
      },
      error(failure) {
        if (!Array.isArray(failure)) return fail(failure);
        queue.push({ errors: failure as NonNullable<GraphQLAnswer['errors']> });
        queue.end();
      },
      complete: () => queue.end(),
    },
  );
  return queue;
}

/** The client's own class takes no limits. */
class RoomSocket extends WebSocket {
  constructor(address: string, protocols: string) {
    const settings: ClientOptions & { closeTimeout: number } = {
      maxPayload: MAX_MESSAGE_BYTES,
      handshakeTimeout: CONNECT_TIMEOUT_MS,
      perMessageDeflate: false,
      closeTimeout: PATIENCE_MS,
    };
    super(address, protocols, settings);
    // One that is given up while it connects says so when nobody listens any more.
    this.on('error', () => undefined);
  }
}

function pick(headers: Record<string, string>): Record<string, string> {
  const assertion = headers[ASSERTION_HEADER];
  return assertion === undefined ? {} : { [ASSERTION_HEADER]: assertion };
}
