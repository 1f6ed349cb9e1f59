import { createServer } from 'node:net';
import { join } from 'node:path';
import { createLogger } from '@propertea/chassis/runtime';
import { startMark } from '@propertea/postgres';
import { Cleanup } from './cleanup.js';
import { connectDatabase, startEmbeddedDatabase } from './database.js';
import type { Environment } from './environment.js';
import { Refusal, hasCode, portTaken } from './failure.js';
import { roomPort, startHouse } from './house.js';
import type { House, Step } from './house.js';
import { claimDataDirectory, removeRuntime, writeRuntime } from './instance.js';
import { resetDataDirectory, resetDatabase } from './reset.js';
import { rooms } from './rooms.js';
import { loadSecrets } from './secrets.js';
import type { StartOptions } from './start-options.js';

export interface Platform {
  readonly house: House;
  readonly logFile: string;
  stop(): Promise<void>;
}

/** Port of the embedded database for a gateway port. */
export const databasePort = (portBase: number): number => portBase + 32;

/**
 * Everything of `npm start` except the demo: claims the data directory, starts the database where it is
 * ours, and the house on it; writes `runtime.json` last. Whatever fails, nothing stays behind.
 */
export async function startPlatform(
  options: StartOptions,
  environment: Environment,
  step: Step,
  signal: AbortSignal,
): Promise<Platform> {
  const { dataDirectory, portBase } = options;
  const cleanup = new Cleanup();
  const logFile = join(dataDirectory, 'propertea.log');
  try {
    cleanup.add('data directory', await claimDataDirectory(dataDirectory));
    if (options.reset) {
      await step(`Deleting all data in ${dataDirectory}`, async () => {
        if (environment.databaseUrl) {
          await connectDatabase(environment.databaseUrl);
          await resetDatabase(
            environment.databaseUrl,
            rooms.map(({ name }) => name),
          );
        }
        await resetDataDirectory(dataDirectory);
      });
    }
    await requireFreePorts([
      portBase,
      ...(options.processes ? rooms.map((_room, index) => roomPort(portBase, index)) : []),
    ]);
    const secrets = await loadSecrets(dataDirectory);
    signal.throwIfAborted();
    const database = await step('Database', async () => {
      const started = environment.databaseUrl
        ? await connectDatabase(environment.databaseUrl)
        : await startEmbeddedDatabase(dataDirectory, databasePort(portBase), secrets);
      cleanup.add('database', () => started.stop());
      return started;
    });
    signal.throwIfAborted();
    const house = await startHouse({
      adminUrl: database.adminUrl,
      secrets,
      port: portBase,
      uploadDirectory: join(dataDirectory, 'uploads'),
      logger: createLogger(
        'propertea',
        environment.logLevel ?? 'info',
        options.verbose ? undefined : logFile,
      ),
      environment,
      processes: options.processes,
      ...(options.verbose ? {} : { logFile }),
      step,
      signal,
    });
    cleanup.add('house', () => house.stop());
    await writeRuntime(dataDirectory, {
      pid: process.pid,
      mark: startMark(process.pid),
      url: house.url,
      issuer: house.issuer,
      embeddedIssuer: environment.oidc === undefined,
      database: { embedded: database.embedded, port: database.port },
      rooms: [...house.places],
      startedAt: new Date().toISOString(),
    });
    cleanup.add('runtime.json', () => removeRuntime(dataDirectory));
    return { house, logFile, stop: () => cleanup.run() };
  } catch (error) {
    await cleanup.run().catch(() => undefined);
    throw error;
  }
}

/** Asking before anything is started saves the user the wait. */
async function requireFreePorts(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    // oxlint-disable-next-line no-await-in-loop -- the first taken one is named
    await new Promise<void>((done, fail) => {
      const probe = createServer();
      probe.once('error', (cause) =>
        fail(hasCode(cause, 'EADDRINUSE') ? new Refusal(portTaken(port), 1, { cause }) : cause),
      );
      probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => done()));
    });
  }
}
