import { createServer, request, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '@propertea/testkit';
import { overHttp } from '@propertea/chassis/runtime';

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A door that passes everything on to a room, with an assertion. */
async function door(room: RequestListener): Promise<number> {
  const transport = overHttp('kiosk', `http://127.0.0.1:${await serve(room)}`);
  return serve((req, res) => transport.forward(req, res, { 'x-propertea-assertion': 'secret' }));
}

/** Sends exactly this request target, which `fetch` would tidy up. */
function get(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('error', reject);
      answer.on('end', () => resolve(text));
    });
    sent.on('error', reject);
    sent.end();
  });
}

it('a request goes to its room as it came, whatever host or route its target names', async () => {
  const seen: string[] = [];
  const elsewhere = await serve((req, res) => {
    seen.push(String(req.headers['x-propertea-assertion']));
    res.end('elsewhere');
  });
  const port = await door((req, res) => res.end(req.url));
  const targets = [
    `http://127.0.0.1:${elsewhere}/uploads/imports`,
    `//127.0.0.1:${elsewhere}/uploads`,
    '/uploads/../graphql',
    '/uploads/%2e%2e/graphql?a=b',
  ];
  for (const target of targets) expect(await get(port, target)).toBe(target);
  expect(seen).toEqual([]);
});

it('an answer that breaks off breaks off for the caller too', async () => {
  const port = await door((_req, res) => {
    res.writeHead(200, { 'content-length': '10' });
    res.write('half', () => res.destroy());
  });
  await expect(get(port, '/downloads')).rejects.toThrow();
});

it('a caller who leaves takes the request to the room along', async () => {
  let isOpen = false;
  const port = await door((req) => {
    isOpen = true;
    req.on('close', () => (isOpen = false));
  });
  const sent = request({ host: '127.0.0.1', port, method: 'POST' });
  sent.on('error', () => undefined);
  sent.write('first');
  await eventually(
    () => isOpen,
    (seen) => seen,
  );
  sent.destroy();
  await eventually(
    () => isOpen,
    (seen) => !seen,
  );
});
