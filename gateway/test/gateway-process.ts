import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { House } from './house.js';
import { until } from './until.js';

/** A program of many modules, on a machine that does other things as well. */
const PATIENCE_MS = 150_000;
const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

export interface GatewayProcess {
  readonly url: string;
  /** Ends it by SIGTERM, or at once by SIGKILL, and resolves to its exit code. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** The gateway of a house, rooms over HTTP, as a process of its own. Resolves when it is ready. */
export async function startGatewayProcess(
  { environment }: House,
  port: number,
  own: Record<string, string> = {},
): Promise<GatewayProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], ...environment, PORT: String(port), ...own },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  try {
    await until(async () => {
      if (child.exitCode !== null) throw new Error(`the gateway ended with ${child.exitCode}`);
      return isReady(url);
    }, PATIENCE_MS);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    url,
    async stop(signal = 'SIGTERM') {
      const ended = once(child, 'exit');
      child.kill(signal);
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}

export async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/ready`).then(
    ({ status }) => status === 200,
    () => false,
  );
}
