import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { RoomSockets } from './room-sockets.js';

/** Longer than callers keep a connection (transport.ts): they let go of it first, never in the middle of a request. */
const KEPT_ALIVE_MS = 65_000;

/**
 * Serves until `close`, which takes no more requests, closes the sockets and lets requests in flight
 * finish.
 */
export async function listen(
  handler: RequestListener,
  sockets: RoomSockets,
  port: number,
  host = '127.0.0.1',
): Promise<{ close(): Promise<void> }> {
  let closing = false;
  let underWay = 0;
  // Where Node can tell them apart, upgrades to anything else are plain requests.
  const shouldUpgradeCallback = ({ headers }: IncomingMessage) =>
    headers.upgrade?.toLowerCase() === 'websocket';
  const server = createServer(
    { shouldUpgradeCallback, keepAliveTimeout: KEPT_ALIVE_MS },
    (req, res) => {
      underWay++;
      res.once('close', () => {
        underWay--;
        letGo();
      });
      handler(req, res);
    },
  );
  // What is kept alive, or was answered before its body had come, would hold the closing server until it times out.
  const letGo = () => {
    if (!closing) return;
    if (underWay === 0) server.closeAllConnections();
    else server.closeIdleConnections();
  };
  server.on('upgrade', sockets.upgrade);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    async close() {
      closing = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      letGo();
      await sockets.stop();
      await closed;
    },
  };
}
