import { createServer } from 'node:http';
import { Pool } from 'undici';

/** Passes every body on to one subgraph and its answer back: what any program of Node between the two costs. */
const [url = '', port = ''] = process.argv.slice(2);
const { origin, pathname: path } = new URL(url);
const pool = new Pool(origin, { connections: 64 });
const HEADERS = { 'content-type': 'application/json' };

const server = createServer((req, res) => {
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => {
    const body = Buffer.concat(chunks);
    pool.request({ path, method: 'POST', headers: HEADERS, body }).then(
      async (answer) => {
        const content = Buffer.from(await answer.body.arrayBuffer());
        return res.writeHead(200, { ...HEADERS, 'content-length': content.length }).end(content);
      },
      (error: unknown) => res.writeHead(500).end(String(error)),
    );
  });
});
server.keepAliveTimeout = 0;
server.listen(Number(port), '127.0.0.1', () => process.send?.({ ready: true }));
process.once('disconnect', () => process.exit(0));
