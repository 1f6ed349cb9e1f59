import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createExecutor, type Subgraph } from '@propertea/executor';
import { type DocumentNode, parse } from 'graphql';
import { compile, type Compiled } from '../subgraphs/compile.js';
import { servedBy, workloadOf } from '../workloads.js';

/** Our executor with the subgraphs in its own process, as the platform runs its rooms: a gateway without a second way. */
const [supergraph = '', port = ''] = process.argv.slice(2);
const served = servedBy(workloadOf('reference'));

function subgraph(wanted: string): Subgraph<undefined> {
  const found = served.find(({ name }) => name === wanted);
  if (!found) throw new Error(`no subgraph ${wanted}`);
  const compiled = new Map<string, Compiled>();
  return {
    execute({ query, variables }) {
      let answer = compiled.get(query);
      if (!answer) compiled.set(query, (answer = compile(found.room, found.schema, query)));
      return Promise.resolve({ data: null, ...answer(variables ?? {}) });
    },
    subscribe() {
      throw new Error('nothing is subscribed to here');
    },
  };
}

const executor = await createExecutor<undefined>({
  supergraphSdl: await readFile(supergraph, 'utf8'),
  subgraph,
});
const documents = new Map<string, DocumentNode>();

function documentOf(query: string): DocumentNode {
  let document = documents.get(query);
  if (!document) documents.set(query, (document = parse(query)));
  return document;
}

const server = createServer((req, res) => {
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => {
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
      query: string;
      variables?: Record<string, unknown>;
    };
    executor.respond({ document: documentOf(query), variables }, undefined).then(
      ({ body }) => {
        const content = Buffer.from(body);
        const headers = { 'content-type': 'application/json', 'content-length': content.length };
        return res.writeHead(200, headers).end(content);
      },
      (error: unknown) => res.writeHead(500).end(String(error)),
    );
  });
});
server.keepAliveTimeout = 0;
server.listen(Number(port), '127.0.0.1', () => process.send?.({ ready: true }));
process.once('disconnect', () => process.exit(0));
