import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';
import { afterClose, pauseBefore } from './close-codes';

const PING_MS = 25_000;
const PONG_MS = 10_000;

export interface SocketEvents {
  connected: () => void;
  /** With the code of the gateway, or 1006 where the network is to blame. */
  closed: (code: number) => void;
}

/** The socket of a tab: opened with its first subscription, shared by all, kept up as long as there is one. */
export function openSocket(url: string, idleMs: number, events: SocketEvents): GraphQLWsLink {
  let lastCode = 1006;
  let pongTimer: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url,
    lazyCloseTimeout: idleMs,
    keepAlive: PING_MS,
    connectionAckWaitTimeout: PONG_MS,
    retryAttempts: Infinity,
    shouldRetry: () => ['again', 'later'].includes(afterClose(lastCode)),
    retryWait: (tries) => pause(pauseBefore(tries, afterClose(lastCode))),
    on: {
      connected: () => events.connected(),
      closed(event) {
        clearTimeout(pongTimer);
        lastCode = codeOf(event);
        events.closed(lastCode);
      },
      ping(isReceived) {
        // A network that is gone does not say so: what is not answered is closed.
        if (!isReceived) pongTimer = setTimeout(() => client.terminate(), PONG_MS);
      },
      pong(isReceived) {
        if (isReceived) clearTimeout(pongTimer);
      },
    },
  });
  return new GraphQLWsLink(client);
}

function codeOf(event: unknown): number {
  const code = (event as { code?: unknown } | undefined)?.code;
  return typeof code === 'number' ? code : 1006;
}

/** Resolves after a pause, or at once when the network is back or the tab is looked at. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', over);
      globalThis.document?.removeEventListener('visibilitychange', over);
      resolve();
    };
    const timer = setTimeout(over, milliseconds);
    globalThis.addEventListener?.('online', over);
    globalThis.document?.addEventListener('visibilitychange', over);
  });
}
