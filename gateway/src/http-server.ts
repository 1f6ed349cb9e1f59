import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';

const HEADERS_TIMEOUT_MS = 15_000;

/** Listens; rejects when the port cannot be had. Port 0 picks a free one. */
export async function listen(
  handler: RequestListener,
  port: number,
  host: string,
): Promise<{ server: Server; port: number }> {
  const server = createServer({ headersTimeout: HEADERS_TIMEOUT_MS }, handler);
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
