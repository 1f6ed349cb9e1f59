import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Takes traces over OTLP/HTTP and throws them away, as far as it can for nothing. */
export async function openSink(): Promise<{
  url: string;
  bytes(): number;
  close(): Promise<void>;
}> {
  let bytes = 0;
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => (bytes += chunk.length));
    request.on('end', () => response.writeHead(200).end());
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes: () => bytes,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
