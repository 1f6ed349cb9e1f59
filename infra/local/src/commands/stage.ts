import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cleanup } from '../cleanup.js';
import { runCommand } from '../command.js';
import { SIZES, STAGE_PASSWORD } from '../stage/furnish.js';
import type { StageSize } from '../stage/furnish.js';
import { raiseStage } from '../stage/stage.js';
import type { StageOptions } from '../stage/stage.js';
import { openStageControl } from '../stage/stage-control.js';
import { Refusal } from '../failure.js';

await runCommand({
  help: `node infra/local/bin/run.mjs stage [--size small|large|empty|none] [--amqp <url>]

Starts the platform with its portals on free ports and an empty database in a temporary folder, makes one organization of
the given size (default small; large: the 24,440 units of the Chicago list) and prints, in one line of JSON, where
everything is and who can sign in. Facts travel through the database, or over the RabbitMQ of --amqp. End-to-end tests and measurements play on it. It ends, leaving nothing, by SIGTERM,
SIGINT, or with whoever started it. --data is not used.

`,
  options: { size: { type: 'string', default: 'small' }, amqp: { type: 'string' } },
  async run(line) {
    const size = line.text('size');
    const sizes: readonly string[] = [...SIZES, 'none'];
    if (size === undefined || !sizes.includes(size)) {
      throw new Refusal(`--size wants one of ${sizes.join(', ')}.`, 2);
    }
    const stopped = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => stopped.abort(new Error('stopped')));
    }
    process.on('disconnect', () => stopped.abort(new Error('whoever started this is gone')));
    process.channel?.unref();
    const folder = await mkdtemp(join(tmpdir(), 'propertea-stage-'));
    try {
      await play(folder, size as StageSize | 'none', {
        amqpUrl: line.text('amqp'),
        signal: stopped.signal,
      });
    } catch (error) {
      if (!stopped.signal.aborted) throw error;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    // Connections that browsers keep open must not keep us.
    process.exit();
  },
});

async function play(
  folder: string,
  size: StageSize | 'none',
  options: StageOptions,
): Promise<void> {
  const { signal } = options;
  const cleanup = new Cleanup();
  const stopped = new Promise<undefined>((done) => {
    if (signal.aborted) done(undefined);
    signal.addEventListener('abort', () => done(undefined), { once: true });
  });
  try {
    const stage = await raiseStage(folder, options);
    cleanup.add('stage', () => stage.stop());
    const control = await openStageControl(stage);
    cleanup.add('control', () => control.stop());
    const furnishing = size === 'none' ? undefined : stage.organization(size);
    const organization = await Promise.race([furnishing, stopped]);
    if (signal.aborted) return;
    const { url, issuer, portals, logFile } = stage;
    const told = { control: control.url, url, issuer, portals, logFile, organization };
    process.stdout.write(`${JSON.stringify({ ...told, password: STAGE_PASSWORD })}\n`);
    await stopped;
  } finally {
    await cleanup.run();
  }
}
