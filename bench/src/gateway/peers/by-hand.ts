import { createServer } from 'node:http';
import { Pool } from 'undici';

/** What the programs by hand share: a call of a subgraph and a server, with nothing that they could do without. */
export type Call = <T>(to: string, query: string, variables: object) => Promise<T>;

const HEADERS = { 'content-type': 'application/json' };

/** Calls the subgraphs at these URLs by their names. */
export function caller(urls: Readonly<Record<string, string>>): Call {
  const upstreams = new Map(
    Object.entries(urls).map(([name, url]) => {
      const { origin, pathname } = new URL(url);
      return [name, { pool: new Pool(origin, { connections: 64 }), path: pathname }];
    }),
  );
  return async <T>(to: string, query: string, variables: object): Promise<T> => {
    const upstream = upstreams.get(to);
    if (!upstream) throw new Error(`no subgraph ${to}`);
    const { pool, path } = upstream;
    const body = JSON.stringify({ query, variables });
    const response = await pool.request({ path, method: 'POST', headers: HEADERS, body });
    return (JSON.parse(await response.body.text()) as { data: T }).data;
  };
}

/** Answers every POST by the variables of its body. */
export function serve(port: number, answer: (variables: never) => Promise<string>): void {
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      if (req.method !== 'POST') {
        res.end('ok');
        return;
      }
      const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as { variables: never };
      answer(variables).then(
        (body) =>
          res
            .writeHead(200, {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(body),
            })
            .end(body),
        (error: unknown) => res.writeHead(500).end(String(error)),
      );
    });
  });
  server.keepAliveTimeout = 0;
  server.listen(port, '127.0.0.1');
}
