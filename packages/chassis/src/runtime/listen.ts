import { createServer, type RequestListener } from 'node:http';

/** Serves until `close`, which takes no more requests and lets those in flight finish. */
export async function listen(
  handler: RequestListener,
  port: number,
  host = '127.0.0.1',
): Promise<{ close(): Promise<void> }> {
  let closing = false;
  const server = createServer((req, res) => {
    // A connection that is kept alive would hold the closing server until it times out.
    res.once('close', () => closing && server.closeIdleConnections());
    handler(req, res);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    close() {
      closing = true;
      return new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
    },
  };
}
