import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** What a connection may take, in ms. */
export interface ConnectionLimits {
  /** Until its headers are there, also before anything is said. */
  headersMs: number;
}

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
  { headersMs }: ConnectionLimits,
): Promise<{ server: Server; port: number }> {
  const options = {
    headersTimeout: headersMs,
    // Otherwise Node looks once in 30 s.
    connectionsCheckingInterval: Math.ceil(headersMs / 3),
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
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(cut);
}
