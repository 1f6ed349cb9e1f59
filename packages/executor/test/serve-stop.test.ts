import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { HttpSubgraph, supergraphOf } from './support/http-subgraphs.js';
import { serveShop } from './support/served.js';

const NEVER = 600_000;
const drain = { leadMs: 0, graceMs: NEVER };

/** Keeps the next request of a subgraph waiting; resolves with how to answer it, once it is there. */
function holdNext(subgraph: HttpSubgraph): Promise<ServerResponse> {
  return new Promise((resolve) => {
    subgraph.hostile = (response) => {
      subgraph.hostile = undefined;
      resolve(response);
      return true;
    };
  });
}

async function openSocket(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  return socket;
}

const codeOf = async (socket: WebSocket): Promise<unknown> => (await once(socket, 'close'))[0];

it('what is under way is answered, sockets are closed with 1012, and nobody is let in any more', async () => {
  const shop = await serveShop({ drain });
  const socket = await openSocket(shop.url);
  const held = holdNext(shop.shop);
  const answer = shop.ask('{ whoAmI }');
  const response = await held;
  const closing = codeOf(socket);
  const stopped = shop.gateway.stop();
  expect(await closing).toBe(1012);
  await expect(fetch(shop.url)).rejects.toThrow();
  response.end('{"data":{"whoAmI":"ada"}}');
  expect((await answer).body).toEqual({ data: { whoAmI: 'ada' } });
  await stopped;
  await shop.stop();
});

it('what takes longer is cut, mutations too', async () => {
  const shop = await serveShop({ drain: { leadMs: 0, graceMs: 0 } });
  const held = holdNext(shop.shop);
  const cut = shop.ask('mutation { buy(id: 1) { id } }').then(
    () => 'answered',
    () => 'cut',
  );
  await held;
  await shop.gateway.stop();
  expect(await cut).toBe('cut');
  await shop.stop();
});

it('before that it says at /health that it stops, and serves on', async () => {
  const shop = await serveShop({ drain: { leadMs: 2_000, graceMs: NEVER } });
  const health = () => fetch(shop.url.replace('/graphql', '/health'));
  expect((await health()).status).toBe(200);
  const stopped = shop.gateway.stop();
  const answer = await health();
  expect([answer.status, await answer.json()]).toEqual([503, { status: 'stopping' }]);
  expect(answer.headers.get('connection')).toBe('close');
  expect((await shop.ask('{ items(count: 1) { id } }')).status).toBe(200);
  const late = new WebSocket(shop.url.replace('http', 'ws'), 'graphql-transport-ws');
  expect(await codeOf(late)).toBe(1012);
  await stopped;
  await shop.stop();
});

describe('as a process', () => {
  let folder: string;
  let shop: HttpSubgraph;
  let child: ChildProcess | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'propertea-executor-'));
    shop = new HttpSubgraph('shop', 'type Query { whoAmI: String }', {});
    await shop.start();
    await writeFile(join(folder, 'supergraph.graphql'), supergraphOf([shop]));
  });
  afterEach(() => child?.kill('SIGKILL'));
  afterAll(async () => {
    await shop.kill();
    await rm(folder, { recursive: true });
  });

  async function start(config: object): Promise<{ process: ChildProcess; said: () => string }> {
    await writeFile(join(folder, 'config.json'), JSON.stringify(config));
    const main = join(import.meta.dirname, '../dist/serve/main.js');
    const files = ['supergraph.graphql', 'config.json'].map((file) => join(folder, file));
    const [supergraph = '', configFile = ''] = files;
    const args = [main, '--supergraph', supergraph, '--port', '0', '--config', configFile];
    child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    }
    const started = child;
    await new Promise<void>((resolve) => {
      started.stdout?.once('data', () => resolve());
      started.once('close', () => resolve());
    });
    return { process: started, said: () => text };
  }

  it('SIGTERM lets it answer what is under way, and it ends with exit code 0', async () => {
    const gateway = await start({ drain });
    const url = gateway.said().trim();
    const socket = await openSocket(url);
    const held = holdNext(shop);
    const asked = fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ whoAmI }"}',
    });
    const response = await held;
    const [closing, exit] = [codeOf(socket), once(gateway.process, 'exit')];
    gateway.process.kill('SIGTERM');
    expect(await closing).toBe(1012);
    response.end('{"data":{"whoAmI":"ada"}}');
    expect(await (await asked).json()).toEqual({ data: { whoAmI: 'ada' } });
    expect((await exit)[0]).toBe(0);
  });

  it('every mistake of its configuration is told, those about subgraphs it does not have too', async () => {
    const gateway = await start({
      traffic: { timeoutMs: 0, retries: { often: true } },
      subgraphs: { shop: { traffic: { breaker: { failureRate: 2 } } }, elsewhere: {} },
      responseHeaders: ['x-fine', 'Set-Cookie', 'a b'],
      drain: { graceMs: -1 },
    });
    expect(gateway.process.exitCode).toBe(1);
    for (const line of [
      /traffic\.timeoutMs: /,
      /traffic\.retries: Unrecognized key: "often"/,
      /subgraphs\.shop\.traffic\.breaker\.failureRate: /,
      /subgraphs\.elsewhere: is no subgraph; there are shop/,
      /responseHeaders\.1: is not a header that subgraphs may set/,
      /responseHeaders\.2: must be the name of a header/,
      /drain\.graceMs: /,
    ]) {
      expect(gateway.said()).toMatch(line);
    }
  });
});
