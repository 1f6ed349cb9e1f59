import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@propertea/postgres';
import { type Bench, interleave, measurement } from '../harness.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FIRST_START_MS = 300_000;
const POLL_MS = 50;

export const startBench: Bench = {
  name: 'start',
  about: 'the second npm start, from the command to the first answered query',
  async run({ quick, log }) {
    const directory = await mkdtemp(join(tmpdir(), 'propertea-start-'));
    const port = await freePort();
    try {
      log(`first start: ${(await startOnce(directory, port)).toFixed(1)} s`);
      const results = await interleave(quick ? 1 : 3, { ours: () => startOnce(directory, port) });
      return [
        measurement(
          { case: 'second npm start', metric: 'to the first answer', unit: 's' },
          results,
        ),
      ];
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  },
};

async function startOnce(directory: string, port: number): Promise<number> {
  const before = performance.now();
  const platform = spawn('npm', ['start', '--', '--data', directory, '--port-base', String(port)], {
    cwd: ROOT,
    stdio: 'ignore',
    // A group of its own: a Ctrl-C of a terminal reaches all of it, a signal to npm alone does not.
    detached: true,
  });
  const exited = new Promise<number | null>((resolve) => platform.once('exit', resolve));
  try {
    while (!(await answers(port))) {
      if (platform.exitCode !== null) throw new Error(`npm start ended with ${platform.exitCode}`);
      if (performance.now() - before > FIRST_START_MS) throw new Error('npm start took too long');
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    return (performance.now() - before) / 1000;
  } finally {
    if (platform.pid !== undefined && platform.exitCode === null)
      process.kill(-platform.pid, 'SIGINT');
    await exited;
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://localhost:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
