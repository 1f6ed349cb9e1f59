import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Longer than load balancers and portals keep a connection: they let go of it first, never in the middle of a request. */
const KEPT_ALIVE_MS = 65_000;

/** What a connection may take, in ms. */
export interface ConnectionLimits {
  /** Until its headers are there, also before anything is said. */
  headersMs: number;
}

export type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Upgrades to anything else, such as h2c, are plain requests, where Node can tell them apart. */
const shouldUpgradeCallback = ({ headers }: IncomingMessage): boolean =>
  headers.upgrade?.toLowerCase() === 'websocket';

/** Answers that are not sent yet end their connections, once somebody asks for that. */
class Connections {
  readonly #answering = new Set<ServerResponse>();
  #ending = false;
  #idle: (() => void) | undefined;

  answer(response: ServerResponse): void {
    if (this.#ending) end(response);
    this.#answering.add(response);
    response.once('close', () => {
      this.#answering.delete(response);
      if (this.#answering.size === 0) this.#idle?.();
    });
  }

  end(): void {
    this.#ending = true;
    for (const response of this.#answering) end(response);
  }

  /** Calls back whenever nothing is being answered. */
  whenIdle(idle: () => void): void {
    this.#idle = idle;
    if (this.#answering.size === 0) idle();
  }
}

function end(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}

export interface Listening {
  readonly port: number;
  /** From now on every answer is the last one of its connection: who comes again connects anew. */
  sayFarewell(): void;
  /** Takes no more connections, lets requests in flight finish for `graceMs`, then cuts the rest. */
  drain(graceMs: number): Promise<void>;
}

/** Listens; rejects when the port cannot be had. Port 0 picks a free one. */
export async function listen(
  handler: RequestListener,
  upgrade: UpgradeListener,
  port: number,
  host: string,
  { headersMs }: ConnectionLimits,
): Promise<Listening> {
  const connections = new Connections();
  const options = {
    headersTimeout: headersMs,
    // Otherwise Node looks once in 30 s.
    connectionsCheckingInterval: Math.ceil(headersMs / 3),
    keepAliveTimeout: KEPT_ALIVE_MS,
    shouldUpgradeCallback,
  };
  const server = createServer(options, (request, response) => {
    connections.answer(response);
    handler(request, response);
  });
  server.on('upgrade', upgrade);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    sayFarewell: () => connections.end(),
    async drain(graceMs) {
      connections.end();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // One whose request was answered before its body had come would be waited for.
      connections.whenIdle(() => server.closeAllConnections());
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(cut);
    },
  };
}
