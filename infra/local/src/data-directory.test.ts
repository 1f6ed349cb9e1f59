import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMark } from '@propertea/postgres';
import {
  claimDataDirectory,
  readRuntime,
  removeRuntime,
  requireRuntime,
  writeRuntime,
} from './instance.js';
import { resetDataDirectory } from './reset.js';
import { loadSecrets, loginPassword, loginUrl } from './secrets.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'propertea-data-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the secrets', () => {
  it('are made once, and only their owner may read them', async () => {
    const first = await loadSecrets(folder);
    expect(await loadSecrets(folder)).toEqual(first);
    expect((await stat(join(folder, 'keys.json'))).mode & 0o777).toBe(0o600);
  });

  it('that are damaged are not replaced', async () => {
    await writeFile(join(folder, 'keys.json'), '{"loginSecret":"x"}');
    await expect(loadSecrets(folder)).rejects.toThrow(/damaged.*--reset/);
    expect(await readFile(join(folder, 'keys.json'), 'utf8')).toBe('{"loginSecret":"x"}');
  });

  it('give each login role a password of its own, which a URL can carry', () => {
    const password = loginPassword('secret', 'identity_login');
    expect(password).not.toBe(loginPassword('secret', 'properties_login'));
    expect(
      loginUrl('postgres://admin:pw@host:5432/house?sslmode=require', 'secret', 'identity'),
    ).toBe(`postgres://identity_login:${password}@host:5432/house?sslmode=require`);
  });
});

describe('a data directory', () => {
  it('has one instance, and a second is told which', async () => {
    const release = await claimDataDirectory(folder);
    await expect(claimDataDirectory(folder)).rejects.toThrow(
      new RegExp(`already runs on .*process ${process.pid}.*--port-base`),
    );
    await release();
    await (
      await claimDataDirectory(folder)
    )();
  });

  it('is free again after its instance was killed, even if another process got its id', async () => {
    const ended = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(ended, 'exit');
    const lock = (pid: number | undefined, mark: string) =>
      writeFile(join(folder, 'instance.lock'), JSON.stringify({ pid, mark }));
    await lock(ended.pid, '1');
    await (
      await claimDataDirectory(folder)
    )();
    await lock(process.pid, 'the start time of somebody else');
    await (
      await claimDataDirectory(folder)
    )();
    await writeFile(join(folder, 'instance.lock'), '');
    await (
      await claimDataDirectory(folder)
    )();
  });

  it('tells the commands where the platform runs, only while it does', async () => {
    await expect(requireRuntime(folder)).rejects.toThrow(/npm start/);
    const runtime = {
      pid: process.pid,
      mark: startMark(process.pid),
      url: 'http://localhost:4000',
      issuer: 'http://localhost:4000/oidc',
      embeddedIssuer: true,
      database: { embedded: true, port: 4032 },
      rooms: [{ name: 'identity', pid: process.pid, url: 'http://127.0.0.1:1/identity' }],
      portals: [{ name: 'landlord', pid: process.pid, url: 'http://localhost:4001' }],
      startedAt: new Date().toISOString(),
    };
    await writeRuntime(folder, runtime);
    expect(await readRuntime(folder)).toEqual(runtime);
    await writeRuntime(folder, { ...runtime, mark: 'killed before' });
    expect(await readRuntime(folder)).toBeUndefined();
    await removeRuntime(folder);
    await expect(requireRuntime(folder)).rejects.toThrow(/npm start/);
  });

  it('loses our data at a reset and nothing else', async () => {
    await loadSecrets(folder);
    await writeFile(join(folder, 'thesis.txt'), 'mine');
    await resetDataDirectory(folder);
    await expect(stat(join(folder, 'keys.json'))).rejects.toThrow(/ENOENT/);
    expect(await readFile(join(folder, 'thesis.txt'), 'utf8')).toBe('mine');
  });
});
