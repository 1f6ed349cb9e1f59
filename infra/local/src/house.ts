import { mkdir } from 'node:fs/promises';
import { inProcess, keepHeapSmall, startRoom } from '@propertea/chassis/runtime';
import { processMetrics, serveMetrics } from '@propertea/observability';
import type { Logger, RoomTransport, RunningRoom } from '@propertea/chassis/runtime';
import type { Clock } from '@propertea/kernel';
import { Cleanup } from './cleanup.js';
import { poolSize } from './database.js';
import { openDoor } from './door.js';
import type { HouseDoor } from './door.js';
import { EMBEDDED } from './environment.js';
import type { Environment } from './environment.js';
import { openBackDoor } from './back-door.js';
import { GATEWAY_CONNECTIONS, startGatewayOf } from './gateway.js';
import { migrate } from './migrations.js';
import { startRoomProcess } from './room-process.js';
import { rooms } from './rooms.js';
import { loginUrl } from './secrets.js';
import type { Secrets } from './secrets.js';
import { roomEnvironment, roomSettings } from './settings.js';

/** Runs a named step; the caller may show it, with what it says of its progress, and time it. */
export type Step = <T>(
  title: string,
  work: (say: (text: string) => void) => Promise<T>,
) => Promise<T>;

export interface HouseOptions {
  /** Administrator's connection string of an existing database. */
  readonly adminUrl: string;
  readonly secrets: Secrets;
  /** Port of the gateway on 127.0.0.1; rooms as processes take port + 11 and on. */
  readonly port: number;
  /** Where uploaded files wait for their import. */
  readonly uploadDirectory: string;
  readonly logger: Logger;
  /** Default: everything embedded. */
  readonly environment?: Environment;
  /** Each room as its own process. Default: all in this one. */
  readonly processes?: boolean;
  /** Where room processes write their logs; default is our own error output. */
  readonly logFile?: string;
  /** Origins of the portals that stand before the gateway, as browsers see them. Default: none. */
  readonly portalUrls?: readonly string[];
  /** Whether processes tell their metrics, on ports of their own on 127.0.0.1. Default: they do not. */
  readonly metrics?: boolean;
  /** False leaves the gateway out: a command that only needs the rooms. */
  readonly gateway?: boolean;
  /** False where the running platform migrated this database already. */
  readonly migrate?: boolean;
  readonly step?: Step;
  /** What the rooms of this process take for now; default is the machine's clock. */
  readonly clock?: Clock;
  /** Stops the start between two steps. */
  readonly signal?: AbortSignal;
}

/** A room of a running house, as tables and `runtime.json` show it. */
export interface RoomPlace {
  readonly name: string;
  readonly pid: number;
  /** Where it answers signed assertions from this machine. */
  readonly url: string;
}

export interface House extends HouseDoor {
  readonly rooms: ReadonlyMap<string, RoomTransport>;
  readonly places: readonly RoomPlace[];
  /** Where metrics are, first those of this process. */
  readonly metricsUrls: readonly string[];
  /** Stops gateway and rooms; the database stays. Leaves no process, port or connection. */
  stop(): Promise<void>;
}

const plainStep: Step = (_title, work) => work(() => undefined);

/** Puts the house together on a database: migrations, rooms, gateway. What was started is stopped if a step fails. */
export async function startHouse(options: HouseOptions): Promise<House> {
  keepHeapSmall();
  const { adminUrl, secrets, port, logger } = options;
  const step = options.step ?? plainStep;
  const signal = options.signal ?? new AbortController().signal;
  const environment = options.environment ?? EMBEDDED;
  const url = `http://localhost:${port}`;
  const issuer = environment.oidc?.issuer ?? `${url}/oidc`;
  const { uploadDirectory, portalUrls = [] } = options;
  const parts = { secrets, environment, url, issuer, uploadDirectory, portalUrls };
  const cleanup = new Cleanup();
  const transports = new Map<string, RoomTransport>();
  const places: RoomPlace[] = [];
  const metricsUrls: string[] = [];
  const running: RunningRoom[] = [];
  await mkdir(uploadDirectory, { recursive: true, mode: 0o700 });

  const startInProcess = async (): Promise<void> => {
    for (const definition of rooms) {
      signal.throwIfAborted();
      // oxlint-disable-next-line no-await-in-loop -- one after the other shares what they load
      const room = await startRoom(definition as never, {
        databaseUrl: loginUrl(adminUrl, secrets.loginSecret, definition.name),
        poolMax: poolSize(rooms.length, GATEWAY_CONNECTIONS),
        amqpUrl: environment.amqpUrl,
        assertionKey: secrets.assertion.publicKey,
        logger,
        settings: roomSettings(definition.name, parts),
        ...(options.clock && { clock: options.clock }),
      });
      cleanup.add(`room ${room.name}`, () => room.stop());
      running.push(room);
      transports.set(room.name, inProcess(room));
    }
    const backDoor = await openBackDoor(running);
    cleanup.add('back door', () => backDoor.stop());
    for (const { name } of running) {
      places.push({ name, pid: process.pid, url: backDoor.urlOf(name) });
    }
  };
  const startProcesses = async (): Promise<void> => {
    const starts = await Promise.allSettled(
      rooms.map(async ({ name }, index) => {
        const room = await startRoomProcess({
          name,
          port: roomPort(port, index),
          environment: {
            DATABASE_URL: loginUrl(adminUrl, secrets.loginSecret, name),
            DATABASE_POOL_MAX: String(poolSize(rooms.length, GATEWAY_CONNECTIONS)),
            ASSERTION_PUBLIC_KEY: JSON.stringify(secrets.assertion.publicKey),
            LOG_LEVEL: logger.level,
            ...(options.metrics && { METRICS_PORT: String(metricsPort(port, index)) }),
            ...(environment.amqpUrl && { AMQP_URL: environment.amqpUrl }),
            ...roomEnvironment(name, parts),
          },
          logFile: options.logFile,
          signal,
        });
        cleanup.add(`room ${name}`, () => room.stop());
        return { name, room };
      }),
    );
    for (const start of starts) {
      if (start.status === 'rejected') throw start.reason;
      const { name, room } = start.value;
      transports.set(name, room.transport);
      places.push({ name, pid: room.pid, url: room.url });
    }
    if (!options.metrics) return;
    for (const index of rooms.keys()) {
      metricsUrls.push(`http://127.0.0.1:${metricsPort(port, index)}/metrics`);
    }
  };

  try {
    if (options.metrics) {
      const metrics = await serveMetrics(processMetrics, { port: metricsPort(port) });
      cleanup.add('metrics', () => metrics.stop());
      metricsUrls.push(metrics.url);
    }
    if (options.migrate ?? true) {
      await step('Migrations', () => migrate(adminUrl, secrets));
      signal.throwIfAborted();
    }
    await step('Rooms', options.processes ? startProcesses : startInProcess);
    signal.throwIfAborted();
    if (options.gateway ?? true) {
      await step('Gateway', async () => {
        const gateway = await startGatewayOf({
          ...parts,
          port,
          databaseUrl: loginUrl(adminUrl, secrets.loginSecret, 'gateway'),
          rooms: [...transports.values()],
          logger,
        });
        cleanup.add('gateway', () => gateway.stop());
      });
    }
    signal.throwIfAborted();
  } catch (error) {
    await cleanup.run().catch((failure: unknown) => logger.error({ err: failure }, 'stop failed'));
    throw error;
  }

  const door = openDoor({ url, issuer, adminUrl, secrets, rooms: transports });
  return { ...door, rooms: transports, places, metricsUrls, stop: () => cleanup.run() };
}

/** Port of the room at `index` when rooms are processes. */
export function roomPort(portBase: number, index: number): number {
  return portBase + 11 + index;
}

/** Port of the metrics of the platform's own process, or of the room at `index` when rooms are processes. */
export function metricsPort(portBase: number, index = -1): number {
  return portBase + 42 + index;
}
