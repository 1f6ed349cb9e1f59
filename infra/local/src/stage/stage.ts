import { join } from 'node:path';
import { createLogger, overHttp } from '@propertea/chassis/runtime';
import type { RoomTransport } from '@propertea/chassis/runtime';
import { freePort } from '@propertea/postgres';
import { Cleanup } from '../cleanup.js';
import { startEmbeddedDatabase } from '../database.js';
import { openDoor } from '../door.js';
import type { HouseDoor } from '../door.js';
import { EMBEDDED } from '../environment.js';
import { Refusal } from '../failure.js';
import { startGatewayOf } from '../gateway.js';
import type { RunningGateway } from '../gateway.js';
import { startHouse } from '../house.js';
import { loadSecrets, loginUrl } from '../secrets.js';
import { startPortalProcess } from '../portal-process.js';
import { portals } from '../portals.js';
import { furnish, makeAccount } from './furnish.js';
import type { StageAccount, StageOrganization, StageSize } from './furnish.js';

/** The whole platform with its portals, on free ports and an empty database, to be played on. */
export interface Stage extends HouseDoor {
  /** Address of each portal as browsers see it, by its name. */
  readonly portals: Readonly<Record<string, string>>;
  /** Where everything that happens is written. */
  readonly logFile: string;
  /** Makes an organization of its own with people and a portfolio. */
  organization(size: StageSize): Promise<StageOrganization>;
  /** Makes an account that belongs to no organization. */
  account(name: string): Promise<StageAccount>;
  /** Takes a room away from the gateway, and gives it back. @throws Refusal for no room. */
  setRoom(name: string, isUp: boolean): void;
  /** Stops the gateway, and starts it again; portals stay. */
  setGateway(isUp: boolean): Promise<void>;
  stop(): Promise<void>;
}

/** Nothing listens there: what a room that is down is like. */
const NOBODY = 'http://127.0.0.1:9';

export interface StageOptions {
  /** RabbitMQ, which carries the facts of this stage alone; without it the database does. */
  amqpUrl?: string | undefined;
  /** Stops the start between two steps. */
  signal: AbortSignal;
}

/** Raises a stage in a data directory, which should be empty. */
export async function raiseStage(dataDirectory: string, options: StageOptions): Promise<Stage> {
  const cleanup = new Cleanup();
  try {
    return await raise(dataDirectory, options, cleanup);
  } catch (error) {
    await cleanup.run().catch(() => undefined);
    throw error;
  }
}

async function raise(
  dataDirectory: string,
  { amqpUrl, signal }: StageOptions,
  cleanup: Cleanup,
): Promise<Stage> {
  const environment = { ...EMBEDDED, amqpUrl };
  const logFile = join(dataDirectory, 'propertea.log');
  const secrets = await loadSecrets(dataDirectory);
  const logger = createLogger('stage', 'info', logFile);
  const database = await startEmbeddedDatabase(dataDirectory, 0, secrets);
  cleanup.add('database', () => database.stop());
  signal.throwIfAborted();
  const { adminUrl } = database;
  const port = await freePort();
  const places = await Promise.all(
    portals.map(async (portal) => {
      const [own, metricsPort] = await Promise.all([freePort(), freePort()]);
      return { ...portal, port: own, metricsPort, url: `http://localhost:${own}` };
    }),
  );
  const portalUrls = places.map(({ url }) => url);
  const uploadDirectory = join(dataDirectory, 'uploads');
  const house = await startHouse({
    adminUrl,
    secrets,
    port,
    uploadDirectory,
    logger,
    environment,
    portalUrls,
    gateway: false,
    signal,
  });
  cleanup.add('house', () => house.stop());
  const { url, issuer } = house;

  const down = new Set<string>();
  const startGateway = (): Promise<RunningGateway> =>
    startGatewayOf({
      secrets,
      environment,
      url,
      issuer,
      uploadDirectory,
      portalUrls,
      port,
      databaseUrl: loginUrl(adminUrl, secrets.loginSecret, 'gateway'),
      rooms: [...house.rooms.values()].map((room) => interruptible(room, down)),
      logger,
    });
  let gateway: RunningGateway | undefined = await startGateway();
  cleanup.add('gateway', async () => gateway?.stop());

  await Promise.all(
    places.map(async (place) => {
      const portal = await startPortalProcess({
        place,
        gatewayUrl: url,
        gatewayPort: port,
        logFile,
        logger,
        signal,
      });
      cleanup.add(place.title, () => portal.stop());
    }),
  );

  let made = 0;
  const propertiesUrl = house.places.find(({ name }) => name === 'properties')?.url ?? '';
  return {
    ...openDoor({ url, issuer, adminUrl, secrets, rooms: house.rooms }),
    portals: Object.fromEntries(places.map((place) => [place.name, place.url])),
    logFile,
    organization(size) {
      made += 1;
      return furnish(house, propertiesUrl, { name: `Stage ${made}`, size, number: made });
    },
    async account(name) {
      made += 1;
      const { userId: _, ...account } = await makeAccount(house, name, made);
      return account;
    },
    setRoom(name, isUp) {
      if (!house.rooms.has(name)) throw new Refusal(`There is no room ${name} in this house.`);
      if (isUp) down.delete(name);
      else down.add(name);
    },
    async setGateway(isUp) {
      const running = gateway;
      if (isUp === (running !== undefined)) return;
      gateway = undefined;
      if (running) await running.stop();
      else gateway = await startGateway();
    },
    stop: () => cleanup.run(),
  };
}

/** The room, and while it is down an address where nobody answers. */
function interruptible(room: RoomTransport, down: ReadonlySet<string>): RoomTransport {
  const nobody = overHttp(room.name, NOBODY);
  const now = () => (down.has(room.name) ? nobody : room);
  return {
    name: room.name,
    execute: (...request) => now().execute(...request),
    subscribe: (...request) => now().subscribe(...request),
    forward: (...request) => now().forward(...request),
    ready: () => now().ready(),
  };
}
