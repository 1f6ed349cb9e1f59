import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const program = fileURLToPath(new URL('../../../../infra/local/bin/run.mjs', import.meta.url));
/** In a clone that was never built, the platform and its portals are built first. */
const START_MS = 600_000;
const STOP_MS = 20_000;

const account = z.object({ email: z.string(), name: z.string(), password: z.string() });

export const organizationShape = z.object({
  id: z.string(),
  name: z.string(),
  accounts: z.object({ administrator: account, manager: account, viewer: account }),
});

const toldShape = z.object({
  /** Where the stage takes requests of tests. */
  control: z.url(),
  /** Of the gateway, as browsers see it. */
  url: z.url(),
  /** Of each portal, as browsers see it, by its name. */
  portals: z.record(z.string(), z.url()),
  logFile: z.string(),
  organization: organizationShape.optional(),
});

/** Where a stage that runs is to be found. */
export type StageAddress = z.infer<typeof toldShape>;

export interface StageProcess {
  address: StageAddress;
  stop(): Promise<void>;
}

/**
 * Starts the platform with its portals and an empty database as a process of its own, built before where
 * it has to be; it ends with this process at the latest. `size` is the organization that is there at first;
 * `amqpUrl` a RabbitMQ of its own, over which its facts travel then.
 */
export async function startStage(
  size: 'none' | 'empty' | 'small' | 'large' = 'none',
  amqpUrl?: string,
): Promise<StageProcess> {
  const broker = amqpUrl === undefined ? [] : ['--amqp', amqpUrl];
  const child = spawn(process.execPath, [program, 'stage', '--size', size, ...broker], {
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  const ended = new Promise<void>((done) => {
    child.once('close', () => done());
    child.once('error', () => done());
  });
  const stop = () => end(child, ended);
  try {
    return { address: await addressOf(child, ended), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The first line that it prints; rejects with what it complains of when it ends before. */
async function addressOf(child: ChildProcess, ended: Promise<void>): Promise<StageAddress> {
  let output = '';
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint = (complaint + chunk).slice(-4_000)));
  let timer: NodeJS.Timeout | undefined;
  try {
    const line = await new Promise<string>((resolve, reject) => {
      child.stdout?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const [first, ...more] = output.split('\n');
        if (more.length > 0) resolve(first ?? '');
      });
      const fail = (what: string) => reject(new Error(`the stage ${what}:\n${complaint}`));
      void ended.then(() => fail('ended before it stood'));
      timer = setTimeout(() => fail(`did not stand within ${START_MS / 1000} s`), START_MS);
    });
    return toldShape.parse(JSON.parse(line));
  } finally {
    clearTimeout(timer);
  }
}

async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(forced);
}

/** What a terminal has: nothing of npm, of Jest or of a real service that is configured outside. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ', 'NODE_EXTRA_CA_CERTS'];
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}
