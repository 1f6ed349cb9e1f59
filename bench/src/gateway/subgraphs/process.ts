import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { compile, type Compiled } from './compile.js';
import { Counter } from './counts.js';
import { ReviewEvents } from './events.js';
import { SCHEMAS, SUBGRAPHS, type SubgraphName } from './schemas.js';

/** The URLs of a process of subgraphs: one a subgraph, and the admin's. */
export interface SubgraphUrls {
  admin: string;
  graphql: Record<SubgraphName, string>;
  pid: number;
}

const counter = new Counter();
const events = new ReviewEvents();

function subgraph(name: SubgraphName): Server {
  const schema = buildSubgraphSchema(parse(SCHEMAS[name]));
  const compiled = new Map<string, Compiled>();
  return createServer((req, res) => {
    read(req, (body) => {
      const { query, variables } = JSON.parse(body) as {
        query: string;
        variables?: Record<string, unknown>;
      };
      let answer = compiled.get(query);
      if (!answer) {
        answer = compile(name, schema, query);
        compiled.set(query, answer);
      }
      counter.add(name, variables ?? {});
      send(res, answer(variables ?? {}));
    });
  });
}

/** `POST /reset[?trace]`, `GET /counts`, `POST /event?id=1`. */
const admin = createServer((req, res) => {
  const { pathname, searchParams } = new URL(req.url ?? '/', 'http://admin');
  if (pathname === '/reset') counter.reset(searchParams.has('trace'));
  if (pathname === '/event') events.fire(searchParams.get('id') ?? '1');
  send(res, { counts: counter.read(), subscriptions: events.open });
});

function read(req: IncomingMessage, done: (body: string) => void): void {
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => done(Buffer.concat(chunks).toString()));
}

function send(res: ServerResponse, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  res.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  res.end(body);
}

async function listen(server: Server): Promise<string> {
  // A server that closes idle connections first would make gateways fail between two rounds.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 4096, resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no address');
  return `http://127.0.0.1:${address.port}`;
}

const graphql: Partial<SubgraphUrls['graphql']> = {};
for (const name of SUBGRAPHS) {
  const server = subgraph(name);
  if (name === 'reviews') events.serve(server);
  graphql[name] = `${await listen(server)}/graphql`;
}
process.send?.({ admin: await listen(admin), graphql, pid: process.pid });
process.once('disconnect', () => process.exit(0));
