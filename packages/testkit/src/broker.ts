import { freePort } from '@propertea/postgres';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describeInstalled } from './installed-suite.js';
import { end, listens, sourceOf, untilListening } from './services.js';
import { recipes } from './services-recipes.js';

/** A RabbitMQ of a test's own that keeps its data while it is killed and started again. */
export interface Broker {
  url: string;
  port: number;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Runs `rabbitmqctl` with these arguments; returns what it says. */
  control(...args: string[]): Promise<string>;
  /** Ends it and deletes its data. */
  stop(): Promise<void>;
}

/** `definitions` (JSON) are what it loads at its start. */
export async function startBroker(definitions?: string): Promise<Broker> {
  const source = sourceOf('rabbitmq');
  const { launch, url, title } = recipes.rabbitmq;
  if (source?.kind !== 'installed' || !launch || !url) {
    throw new Error('Only an installed RabbitMQ can be killed and started again.');
  }
  const { path } = source;
  const directory = mkdtempSync(join(tmpdir(), 'propertea-broker-'));
  const port = await freePort();
  const { args, env: own, cleanUp } = await launch(path, port, directory);
  const env = { ...process.env, ...own };
  if (definitions !== undefined) {
    const file = join(directory, 'definitions.json');
    writeFileSync(file, definitions);
    writeFileSync(join(directory, 'rabbitmq.conf'), `load_definitions = ${file}\n`);
  }
  const options = { cwd: directory, env, stdio: 'ignore' } as const;
  let child: ChildProcess | undefined;
  const run = async (program: string, ...given: string[]) => {
    const tool = spawn(program, given, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    tool.stdout.on('data', (data) => (output += data));
    tool.stderr.on('data', (data) => (output += data));
    const [code] = await once(tool, 'close');
    if (code !== 0) throw new Error(`${given.join(' ')}: ${output}`);
    return output;
  };
  const broker: Broker = {
    url: url(port),
    port,
    async kill() {
      const dying = child;
      child = undefined;
      if (!dying?.pid) return;
      process.kill(-dying.pid, 'SIGKILL');
      while (await listens(port)) await pause(50);
    },
    async start() {
      const starting = spawn(path, args, { ...options, detached: true });
      child = starting;
      await untilListening(port, title, () =>
        starting.exitCode === null ? undefined : `exit code ${starting.exitCode}`,
      );
    },
    control: (...given) => run(join(dirname(path), 'rabbitmqctl'), ...given),
    async stop() {
      if (child) await end(child);
      child = undefined;
      if (cleanUp) await run(...cleanUp).catch(() => '');
      rmSync(directory, { recursive: true, force: true });
    },
  };
  await broker.start();
  return broker;
}

/** `describe` for a suite about a RabbitMQ that can be killed; skipped by name, or failed under `CI=true`, without. */
export function describeWithBroker(
  title: string,
  declare: (broker: () => Broker) => void,
  definitions?: () => string,
): void {
  describeInstalled('rabbitmq', title, () => startBroker(definitions?.()), declare);
}
