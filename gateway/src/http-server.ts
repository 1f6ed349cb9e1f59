import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { Duplex } from 'node:stream';

const HEADERS_TIMEOUT_MS = 15_000;
/** Longer than load balancers and portals keep a connection: they let go of it first, never in the middle of a request. */
const KEPT_ALIVE_MS = 65_000;
const IDLE_CHECK_MS = 100;

export type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Upgrades to anything else, such as h2c, are plain requests, where Node can tell them apart. */
const shouldUpgradeCallback = ({ headers }: IncomingMessage): boolean =>
  headers.upgrade?.toLowerCase() === 'websocket';

/** Listens; rejects when the port cannot be had. Port 0 picks a free one. */
export async function listen(
  handler: RequestListener,
  upgrade: UpgradeListener,
  port: number,
  host: string,
): Promise<{ server: Server; port: number }> {
  const options = {
    headersTimeout: HEADERS_TIMEOUT_MS,
    keepAliveTimeout: KEPT_ALIVE_MS,
    shouldUpgradeCallback,
  };
  const server = createServer(options, handler);
  server.on('upgrade', upgrade);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, resolve);
  });
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : port };
}

/** Takes no more connections, lets requests in flight finish for `graceMs`, then cuts the rest. */
export async function drain(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // Those whose request was in flight become idle later.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
}
