import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive, startMark } from '@propertea/postgres';
import { z } from 'zod';
import { Refusal, hasCode } from './failure.js';

const holderSchema = z.object({ pid: z.number().int().positive(), mark: z.string() });

const runtimeSchema = z.object({
  pid: z.number(),
  mark: z.string(),
  /** Of the gateway, without a path. */
  url: z.string(),
  issuer: z.string(),
  embeddedIssuer: z.boolean(),
  /** Connection string of the administrator without its password where that is ours (see keys.json). */
  database: z.object({ embedded: z.boolean(), port: z.number().nullable() }),
  rooms: z.array(z.object({ name: z.string(), pid: z.number(), url: z.string() })),
  /** As browsers see them. */
  portals: z.array(z.object({ name: z.string(), pid: z.number(), url: z.string() })),
  startedAt: z.string(),
});

/** What the commands need to know of the running platform; `runtime.json` while it runs. Holds no secrets. */
export type Runtime = z.infer<typeof runtimeSchema>;

/**
 * Makes this process the only one on a data directory until `release`.
 * @throws Refusal naming the process that has it.
 */
export async function claimDataDirectory(dataDirectory: string): Promise<() => Promise<void>> {
  await mkdir(dataDirectory, { recursive: true });
  const file = join(dataDirectory, 'instance.lock');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const handle = await open(file, 'wx', 0o600);
      await handle.writeFile(JSON.stringify({ pid: process.pid, mark: startMark(process.pid) }));
      await handle.close();
      return () => rm(file, { force: true });
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
    const holder = await readJson(file, holderSchema);
    if (holder && isSame(holder)) {
      const runtime = await readRuntime(dataDirectory);
      const where = runtime ? ` and answers on ${runtime.url}` : '';
      throw new Refusal(
        `ProperTea already runs on ${dataDirectory} (process ${holder.pid}${where}); stop it first, or use another place with --data <dir> and other ports with --port-base <n>.`,
      );
    }
    // Left by a killed run. Renaming first lets only one of two simultaneous starts remove it.
    const grave = `${file}.${process.pid}`;
    await rename(file, grave).catch(() => undefined);
    await rm(grave, { force: true });
  }
  throw new Refusal(`Another start of ProperTea is busy with ${dataDirectory}; try again.`);
}

export async function writeRuntime(dataDirectory: string, runtime: Runtime): Promise<void> {
  const file = join(dataDirectory, 'runtime.json');
  await writeFile(`${file}.new`, `${JSON.stringify(runtime, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

export async function removeRuntime(dataDirectory: string): Promise<void> {
  await rm(join(dataDirectory, 'runtime.json'), { force: true });
}

/** The running platform of a data directory; undefined when none runs. */
export async function readRuntime(dataDirectory: string): Promise<Runtime | undefined> {
  const runtime = await readJson(join(dataDirectory, 'runtime.json'), runtimeSchema);
  return runtime && isSame(runtime) ? runtime : undefined;
}

/** @throws Refusal that says `npm start`. */
export async function requireRuntime(dataDirectory: string): Promise<Runtime> {
  const runtime = await readRuntime(dataDirectory);
  if (runtime) return runtime;
  throw new Refusal(
    `ProperTea does not run on ${dataDirectory}; start it with npm start in another terminal (--data <dir> names another place).`,
  );
}

function isSame(process: { pid: number; mark: string }): boolean {
  return isAlive(process.pid) && startMark(process.pid) === process.mark;
}

async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}
