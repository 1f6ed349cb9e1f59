import { join } from 'node:path';
import { createLogger } from '@propertea/chassis/runtime';
import type { Logger } from '@propertea/chassis/runtime';
import { startMark } from '@propertea/postgres';
import { Cleanup } from './cleanup.js';
import { connectDatabase, startEmbeddedDatabase } from './database.js';
import type { Environment } from './environment.js';
import { requireFreePorts } from './free-ports.js';
import { metricsPort, roomPort, startHouse } from './house.js';
import type { House, Step } from './house.js';
import { claimDataDirectory, removeRuntime, writeRuntime } from './instance.js';
import type { Runtime } from './instance.js';
import { startPortalProcess } from './portal-process.js';
import { placePortal, portals } from './portals.js';
import type { PortalPlace } from './portals.js';
import { resetDataDirectory, resetDatabase } from './reset.js';
import { rooms } from './rooms.js';
import { loadSecrets } from './secrets.js';
import type { StartOptions } from './start-options.js';

export interface Platform {
  readonly house: House;
  /** The portals, in the order of portals.ts; none with --no-portals. */
  readonly portals: readonly PortalPlace[];
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
  const places = options.portals ? portals.map((portal) => placePortal(portal, portBase)) : [];
  // `npm run dev` serves them itself, from their sources.
  const started = process.env['PROPERTEA_DEV_PORTALS'] ? [] : places;
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
      metricsPort(portBase),
      ...started.flatMap((place) => [place.port, place.metricsPort]),
      ...(options.processes
        ? rooms.flatMap((_room, index) => [roomPort(portBase, index), metricsPort(portBase, index)])
        : []),
    ]);
    const secrets = await loadSecrets(dataDirectory);
    signal.throwIfAborted();
    const database = await step('Database', async () => {
      const opened = environment.databaseUrl
        ? await connectDatabase(environment.databaseUrl)
        : await startEmbeddedDatabase(dataDirectory, databasePort(portBase), secrets);
      cleanup.add('database', () => opened.stop());
      return opened;
    });
    signal.throwIfAborted();
    const logger = createLogger(
      'propertea',
      environment.logLevel ?? 'info',
      options.verbose ? undefined : logFile,
    );
    const house = await startHouse({
      adminUrl: database.adminUrl,
      secrets,
      port: portBase,
      uploadDirectory: join(dataDirectory, 'uploads'),
      logger,
      environment,
      processes: options.processes,
      metrics: true,
      portalUrls: places.map(({ url }) => url),
      ...(options.verbose ? {} : { logFile }),
      step,
      signal,
    });
    cleanup.add('house', () => house.stop());
    const running = await startPortals(started, {
      house,
      gatewayPort: portBase,
      environment,
      logger,
      logFile: options.verbose ? undefined : logFile,
      step,
      signal,
      cleanup,
    });
    await writeRuntime(dataDirectory, {
      pid: process.pid,
      mark: startMark(process.pid),
      url: house.url,
      issuer: house.issuer,
      embeddedIssuer: environment.oidc === undefined,
      database: { embedded: database.embedded, port: database.port },
      rooms: [...house.places],
      portals: running,
      startedAt: new Date().toISOString(),
    });
    cleanup.add('runtime.json', () => removeRuntime(dataDirectory));
    return { house, portals: places, logFile, stop: () => cleanup.run() };
  } catch (error) {
    await cleanup.run().catch(() => undefined);
    throw error;
  }
}

interface PortalParts {
  house: House;
  gatewayPort: number;
  environment: Environment;
  logger: Logger;
  logFile: string | undefined;
  step: Step;
  signal: AbortSignal;
  cleanup: Cleanup;
}

/** Starts the portals, all at a time, and tells them as runtime.json does. */
async function startPortals(
  places: readonly PortalPlace[],
  parts: PortalParts,
): Promise<Runtime['portals']> {
  if (places.length === 0) return [];
  const { house, environment, cleanup, step, ...others } = parts;
  const tiles = environment.tiles && {
    TILE_URL: environment.tiles.url,
    TILE_ATTRIBUTION: environment.tiles.attribution,
  };
  return step('Portals', async () => {
    const starts = await Promise.allSettled(
      places.map(async (place) => {
        const portal = await startPortalProcess({
          ...others,
          place,
          gatewayUrl: house.url,
          environment: { ...tiles },
        });
        cleanup.add(place.title, () => portal.stop());
        return { name: place.name, pid: portal.pid, url: place.url };
      }),
    );
    return starts.map((start) => {
      if (start.status === 'rejected') throw start.reason;
      return start.value;
    });
  });
}
