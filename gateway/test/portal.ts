import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestPortal {
  /** As browsers see it. */
  url: string;
  /** From now on what it gets is passed on to this gateway. */
  leadTo(gateway: string): void;
  stop(): Promise<void>;
}

/**
 * The way through a portal and nothing else of it: requests are passed on to the gateway, with the names
 * under which the browser came. `says` replaces what it tells of itself.
 */
export async function openPortal(
  says: { host?: string; proto?: string } = {},
): Promise<TestPortal> {
  let target = '';
  const server = createServer((request, response) => {
    const headers = {
      ...request.headers,
      host: new URL(target).host,
      'x-forwarded-host': says.host ?? request.headers.host,
      'x-forwarded-proto': says.proto ?? 'http',
      'x-forwarded-for': request.headers['x-from'] ?? '203.0.113.9',
    };
    const { method, url = '/' } = request;
    const onward = httpRequest(target + url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.once('error', () => response.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (gateway) => void (target = gateway),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
