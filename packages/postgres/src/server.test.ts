import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { explain } from './cluster.js';
import { waitUntilGone } from './processes.js';
import { startPostgres } from './server.js';
import type { RunningPostgres } from './server.js';

const superuserPassword = 'p@ss/word with spaces';
const folders: string[] = [];
const servers: RunningPostgres[] = [];
/** One cluster for all tests that do not ask for a fresh one. */
let shared: string;

async function folder(): Promise<string> {
  const created = await mkdtemp(join(tmpdir(), 'propertea-pg-'));
  folders.push(created);
  return join(created, 'pg');
}

async function start(dataDirectory: string, port = 0): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDirectory, port, superuserPassword, fsync: false });
  servers.push(server);
  return server;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another Node process that starts the server and prints its pid and port. */
async function startElsewhere(dataDirectory: string) {
  const loader = fileURLToPath(
    new URL('../../../infra/gate/jest/source-loader.mjs', import.meta.url),
  );
  const source = new URL('./index.ts', import.meta.url).href;
  const script = `
    const { startPostgres } = await import(${JSON.stringify(source)});
    const server = await startPostgres(${JSON.stringify({ dataDirectory, superuserPassword, fsync: false })});
    console.log(JSON.stringify({ pid: server.pid, url: server.adminUrl() }));
    setInterval(() => {}, 1000);`;
  const child = spawn(
    process.execPath,
    ['--import', loader, '--input-type=module', '--eval', script],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const started = JSON.parse(String(line)) as { pid: number; url: string };
  return { child, ...started };
}

beforeAll(async () => {
  shared = await folder();
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

afterAll(async () => {
  await Promise.all(folders.splice(0).map((path) => rm(path, { recursive: true, force: true })));
});

describe('a server', () => {
  it('answers on 127.0.0.1 only, in UTF-8 and the same sort order everywhere, to the right password', async () => {
    const server = await start(shared);
    const [row] = await query(
      server.adminUrl(),
      `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
              current_setting('server_encoding') as encoding, datlocprovider::text as provider, datlocale as locale
       from pg_database where datname = 'postgres'`,
    );
    expect(row).toEqual({
      addresses: '127.0.0.1',
      sockets: '',
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
    });
    const wrong = server.adminUrl().replace(/:[^:@]+@/, ':wrong@');
    await expect(query(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('keeps its data over a stop, which leaves no process', async () => {
    const dataDirectory = shared;
    const first = await start(dataDirectory);
    await query(first.adminUrl(), 'create table kept_1 as select 42 as answer');
    await first.stop();
    expect(await waitUntilGone(first.pid, 0)).toBe(true);
    const second = await start(dataDirectory);
    expect(await query(second.adminUrl(), 'select answer from kept_1')).toEqual([{ answer: 42 }]);
  });

  it('lets no second start touch a directory in use', async () => {
    const dataDirectory = shared;
    const server = await start(dataDirectory);
    await expect(start(dataDirectory)).rejects.toMatchObject({
      code: 'IN_USE',
      message: expect.stringContaining(`process ${process.pid}`),
    });
    expect(await query(server.adminUrl(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('says which port is taken', async () => {
    const rival = createServer().listen(0, '127.0.0.1');
    await once(rival, 'listening');
    const address = rival.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    try {
      await expect(start(shared, port)).rejects.toMatchObject({
        code: 'PORT_TAKEN',
        message: expect.stringContaining(String(port)),
      });
    } finally {
      rival.close();
    }
  });

  it('refuses a folder with other files, another version or another password', async () => {
    const strange = await folder();
    await mkdir(strange);
    await writeFile(join(strange, 'letter.txt'), 'mine');
    await expect(start(strange)).rejects.toMatchObject({ code: 'FAILED' });
    expect(await readFile(join(strange, 'letter.txt'), 'utf8')).toBe('mine');

    const old = await folder();
    await mkdir(old);
    await writeFile(join(old, 'PG_VERSION'), '14\n');
    await expect(start(old)).rejects.toMatchObject({ code: 'WRONG_VERSION' });

    await (await start(shared)).stop();
    await expect(
      startPostgres({ dataDirectory: shared, superuserPassword: 'another', fsync: false }),
    ).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
  });

  it('starts over when an earlier first start was killed half-way', async () => {
    const dataDirectory = await folder();
    await mkdir(`${dataDirectory}.new`);
    await writeFile(join(`${dataDirectory}.new`, 'PG_VERSION'), '18\n');
    const server = await start(dataDirectory);
    expect(await query(server.adminUrl(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('runs where the folders above may be entered by anybody', async () => {
    const dataDirectory = await folder();
    await chmod(join(dataDirectory, '..'), 0o755);
    const server = await start(dataDirectory);
    const [row] = await query(server.adminUrl(), 'show data_directory');
    expect(row).toEqual({ data_directory: dataDirectory });
  });

  it('tells a full disk from a missing right', () => {
    const full = 'FATAL:  could not write file "base/1": No space left on device';
    expect(explain(full, '/data')).toMatchObject({ code: 'DISK_FULL' });
    expect(explain('initdb: error: x: Permission denied', '/data')).toMatchObject({
      code: 'NO_PERMISSION',
    });
  });
});

describe('after a kill', () => {
  it('the server ends with the process that started it', async () => {
    const { child, pid } = await startElsewhere(shared);
    child.kill('SIGKILL');
    expect(await waitUntilGone(pid, 10_000)).toBe(true);
  });

  it('an immediate next start takes the directory over with its data', async () => {
    const dataDirectory = shared;
    const { child, url, pid } = await startElsewhere(dataDirectory);
    await query(url, 'create table kept_2 as select 42 as answer');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const server = await start(dataDirectory);
    expect(server.pid).not.toBe(pid);
    expect(await query(server.adminUrl(), 'select answer from kept_2')).toEqual([{ answer: 42 }]);
  });

  it('a lock file whose process id now belongs to a stranger is no obstacle', async () => {
    const dataDirectory = shared;
    const first = await start(dataDirectory);
    const lock = await readFile(join(dataDirectory, 'postmaster.pid'), 'utf8');
    await first.stop();
    const stranger = spawn('sleep', ['600'], { stdio: 'ignore' });
    try {
      await writeFile(
        join(dataDirectory, 'postmaster.pid'),
        lock.replace(/^\d+/, String(stranger.pid)),
      );
      const server = await start(dataDirectory);
      expect(await query(server.adminUrl(), 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(stranger.exitCode).toBeNull();
    } finally {
      stranger.kill();
    }
  });

  it('a crashed server recovers what was committed', async () => {
    const dataDirectory = shared;
    const first = await startPostgres({ dataDirectory, superuserPassword });
    await query(first.adminUrl(), 'create table kept_3 as select 42 as answer');
    process.kill(first.pid, 'SIGKILL');
    await first.stop();
    const server = await start(dataDirectory);
    expect(await query(server.adminUrl(), 'select answer from kept_3')).toEqual([{ answer: 42 }]);
  });
});
