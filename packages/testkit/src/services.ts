import { freePort } from '@propertea/postgres';
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { localhost, recipes } from './services-recipes.js';
import type { Recipe, ServiceName } from './services-recipes.js';

/** How a service can be had on this machine; found once for a run, by `probeServices`. */
export type Source =
  | { kind: 'given'; value: string }
  | { kind: 'installed'; path: string }
  | { kind: 'running'; value: string }
  | { kind: 'docker'; image: string };

/** A service in use. `value` is its URL, or for a browser the path of its executable. */
export interface RunningService {
  value: string;
  stop(): Promise<void>;
}

export type { ServiceName };

/** Call it to start (or reach) the service; each call that starts a server starts its own. */
export interface Service {
  (): Promise<RunningService>;
  readonly serviceName: ServiceName;
  /** What a person does to have it, for the name of a skipped suite. */
  readonly remedy: string;
}

const probed = 'PROPERTEA_TEST_SERVICES';

function executable(name: string): string | undefined {
  const candidates = name.startsWith('/')
    ? [name]
    : [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'].map((folder) =>
        join(folder, name),
      );
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

export function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: localhost, port });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(300, () => settle(false));
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}

function dockerHas(image: string): boolean {
  return spawnSync('docker', ['image', 'inspect', image], { stdio: 'ignore' }).status === 0;
}

/** The image a service would run from, so that the gate can pull it before the suites start. */
export function dockerImage(name: ServiceName): string | undefined {
  return recipes[name].docker?.image;
}

async function find(name: ServiceName): Promise<Source | undefined> {
  const { variable, executables, running, docker } = recipes[name];
  const given = process.env[variable];
  if (given) return { kind: 'given', value: given };
  const path = executables.map(executable).find((found) => found !== undefined);
  if (path) return { kind: 'installed', path };
  if (running && (await listens(running.port))) return { kind: 'running', value: running.url };
  if (docker && dockerHas(docker.image)) return { kind: 'docker', image: docker.image };
  return undefined;
}

/**
 * Finds out, in this order, whether each service is given by its variable, installed, running on its
 * usual port, or an image in Docker; remembers it in the environment, so that suites know it
 * while they are being declared.
 */
export async function probeServices(): Promise<Partial<Record<ServiceName, Source>>> {
  const sources: Partial<Record<ServiceName, Source>> = {};
  for (const name of ['redis', 'rabbitmq', 'chromium'] as const) {
    const source = await find(name);
    if (source) sources[name] = source;
  }
  process.env[probed] = JSON.stringify(sources);
  return sources;
}

/** How this run reaches the service; undefined where it has none. */
export function sourceOf(name: ServiceName): Source | undefined {
  const sources: Partial<Record<ServiceName, Source>> = JSON.parse(process.env[probed] ?? '{}');
  return sources[name];
}

export async function untilListening(port: number, title: string, gone: () => string | undefined) {
  const deadline = Date.now() + 150_000;
  while (!(await listens(port))) {
    const reason = gone();
    if (reason) throw new Error(`${title} ended before it listened: ${reason}`);
    if (Date.now() > deadline) throw new Error(`${title} did not listen on ${port} within 150 s`);
    await pause(100);
  }
}

function exited(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
}

/** Ends the whole process group of a server: RabbitMQ is a shell script with the broker below it. */
export async function end(child: ChildProcess): Promise<void> {
  const signal = (name: NodeJS.Signals) => {
    try {
      if (child.pid) process.kill(-child.pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  };
  signal('SIGTERM');
  const forced = setTimeout(() => signal('SIGKILL'), 10_000);
  await exited(child);
  clearTimeout(forced);
  signal('SIGKILL');
}

async function startInstalled(recipe: Recipe, path: string): Promise<RunningService> {
  const { launch, url } = recipe;
  if (!launch || !url) return { value: path, stop: async () => {} };
  const directory = mkdtempSync(join(tmpdir(), 'propertea-service-'));
  const port = await freePort();
  const { args, env: own, cleanUp } = await launch(path, port, directory);
  const env = { ...process.env, ...own };
  const child = spawn(path, args, {
    cwd: directory,
    detached: true,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.on('error', (error) => (output += error.message));
  child.stdout.on('data', (data) => (output = (output + data).slice(-2_000)));
  child.stderr.on('data', (data) => (output = (output + data).slice(-2_000)));
  const stop = async () => {
    await end(child);
    if (cleanUp) spawnSync(cleanUp[0], cleanUp.slice(1), { env, stdio: 'ignore' });
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await untilListening(port, recipe.title, () =>
      child.exitCode === null && child.signalCode === null && child.pid ? undefined : output,
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { value: url(port), stop };
}

async function startDocker(recipe: Recipe, image: string): Promise<RunningService> {
  const { docker, url } = recipe;
  if (!docker || !url) throw new Error(`${recipe.title} has no Docker image`);
  const port = await freePort();
  const publish = `${localhost}:${port}:${docker.port}`;
  const run = spawnSync('docker', ['run', '--rm', '--detach', '--publish', publish, image], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`${recipe.title} in Docker: ${run.stderr}`);
  const id = run.stdout.trim();
  const stop = async () => void spawnSync('docker', ['rm', '--force', id], { stdio: 'ignore' });
  try {
    await untilListening(port, recipe.title, () => undefined);
  } catch (error) {
    await stop();
    throw error;
  }
  return { value: url(port), stop };
}

function service(serviceName: ServiceName): Service {
  const recipe = recipes[serviceName];
  const start = async (): Promise<RunningService> => {
    const source = sourceOf(serviceName);
    if (!source) throw new Error(`no ${recipe.title} on this machine: ${remedy}`);
    if (source.kind === 'installed') return startInstalled(recipe, source.path);
    if (source.kind === 'docker') return startDocker(recipe, source.image);
    return { value: source.value, stop: async () => {} };
  };
  const remedy = `set ${recipe.variable}, install ${recipe.executables[0]}${recipe.docker ? ' or start Docker' : ''}`;
  return Object.assign(start, { serviceName, remedy });
}

/** A Redis URL. Where it is not a server of this call's own, keys need a prefix of your own. */
export const redis = service('redis');

/** An AMQP URL. Where it is not a server of this call's own, names need a prefix of your own. */
export const rabbitmq = service('rabbitmq');

/** The path of a Chromium executable, for `chromium.launch({ executablePath, args: ['--no-sandbox'] })` as root. */
export const chromium = service('chromium');
