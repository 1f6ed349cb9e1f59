import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@propertea/chassis/runtime';
import { isAlive } from '@propertea/postgres';
import { eventually, freePort } from '@propertea/testkit';
import { startPortalProcess } from './portal-process.js';
import type { PortalProcess } from './portal-process.js';

/** A program that keeps to what is asked of a portal, and says what it was told. */
const PROGRAM = `
import { createServer } from 'node:http';
const { PORT, HOST, PORTAL_URL, GATEWAY_URL, GATEWAY_PUBLIC_URL, METRICS_PORT, NODE_ENV, TILE_URL, SECRET } = process.env;
const told = { PORTAL_URL, GATEWAY_URL, GATEWAY_PUBLIC_URL, METRICS_PORT, NODE_ENV, TILE_URL, SECRET };
const server = createServer((request, response) => {
  if (request.url === '/end') process.exit(3);
  response.end(request.url === '/health' ? '' : JSON.stringify(told));
});
if (process.argv.includes('--broken')) throw new Error('no build here');
server.listen(PORT, HOST);
console.error('a complaint');
process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;

let folder: string;
let port: number;
let portal: PortalProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'propertea-portal-'));
  await writeFile(join(folder, 'server.mjs'), PROGRAM);
  port = await freePort();
});

afterEach(async () => {
  await portal?.stop();
  portal = undefined;
  await rm(folder, { recursive: true });
});

async function start(args: string[] = [], steadyMs?: number): Promise<PortalProcess> {
  portal = await startPortalProcess({
    place: {
      name: 'office',
      title: 'Office portal',
      portOffset: 1,
      port,
      metricsPort: 3,
      url: 'http://localhost:1',
    },
    gatewayUrl: 'http://localhost:2',
    gatewayPort: 2,
    environment: { TILE_URL: 'https://tiles.example/{z}' },
    logFile: join(folder, 'log'),
    logger: createLogger('test', 'silent'),
    signal: new AbortController().signal,
    ...(steadyMs !== undefined && { steadyMs }),
    program: [join(folder, 'server.mjs'), ...args],
  });
  return portal;
}

const told = async (): Promise<unknown> => (await fetch(`http://127.0.0.1:${port}/`)).json();

it('a portal learns its own address and the gateway’s, and nothing else of ours', async () => {
  process.env['SECRET'] = 'of the platform';
  try {
    const running = await start();
    expect(await told()).toEqual({
      PORTAL_URL: 'http://localhost:1',
      GATEWAY_URL: 'http://127.0.0.1:2',
      GATEWAY_PUBLIC_URL: 'http://localhost:2',
      METRICS_PORT: '3',
      NODE_ENV: 'production',
      TILE_URL: 'https://tiles.example/{z}',
    });
    expect(await readFile(join(folder, 'log'), 'utf8')).toBe('a complaint\n');
    await running.stop();
    expect(isAlive(running.pid)).toBe(false);
  } finally {
    delete process.env['SECRET'];
  }
});

it('a portal without a build says why it did not start', async () => {
  await expect(start(['--broken'])).rejects.toThrow(
    /^The office portal did not start: .*[^]*no build/,
  );
});

it('a portal that was killed is started again', async () => {
  const running = await start([], 0);
  const first = running.pid;
  process.kill(first, 'SIGKILL');
  await eventually(
    () => running.pid,
    (pid) => pid !== first,
  );
  expect(await told()).toMatchObject({ NODE_ENV: 'production' });
  await running.stop();
  expect(isAlive(running.pid)).toBe(false);
});

it('a portal that ends right after its start is reported and left', async () => {
  const { error } = console;
  const said: string[] = [];
  console.error = (text: string) => void said.push(text);
  try {
    const running = await start();
    const first = running.pid;
    await fetch(`http://127.0.0.1:${port}/end`).catch(() => undefined);
    await eventually(
      () => said,
      (lines) => lines.length > 0,
    );
    expect(said).toEqual([
      'The office portal at http://localhost:1 is down and was not started again (it ended within 10 seconds); everything else goes on.',
    ]);
    expect(running.pid).toBe(first);
  } finally {
    console.error = error;
  }
});
