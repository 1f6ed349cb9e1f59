import { join } from 'node:path';
import { ensureDatabase, startPostgres } from '@propertea/postgres';
import type { RunningPostgres } from '@propertea/postgres';
import pg from 'pg';
import { Refusal, hasCode, messageOf } from './failure.js';
import type { Secrets } from './secrets.js';

/** All rooms together, the gateway included, stay below this many connections. */
export const CONNECTION_BUDGET = 60;

/** How many connections each room's pool may open; one of each is kept for its listener. */
export function poolSize(rooms: number, gateway: number): number {
  return Math.max(2, Math.min(10, Math.floor((CONNECTION_BUDGET - gateway) / rooms) - 1));
}

/** The database of a house: ours, or the one that DATABASE_URL names. */
export interface HouseDatabase {
  readonly adminUrl: string;
  readonly embedded: boolean;
  /** Of the embedded server. */
  readonly port: number | null;
  stop(): Promise<void>;
}

/** Starts the embedded PostgreSQL of a data directory with the database `propertea` in it. */
export async function startEmbeddedDatabase(
  dataDirectory: string,
  port: number,
  secrets: Secrets,
): Promise<HouseDatabase> {
  const server: RunningPostgres = await startPostgres({
    dataDirectory: join(dataDirectory, 'pg'),
    port,
    superuserPassword: secrets.databasePassword,
  });
  return {
    adminUrl: await ensureDatabase(server.adminUrl(), 'propertea'),
    embedded: true,
    port: server.port,
    stop: () => server.stop(),
  };
}

/**
 * Checks that DATABASE_URL can carry a house: reachable, PostgreSQL 15 or newer, and an account that may
 * create the roles of the rooms.
 * @throws Refusal in one sentence.
 */
export async function connectDatabase(databaseUrl: string): Promise<HouseDatabase> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  // A server that goes away later is the rooms' concern.
  client.on('error', () => undefined);
  const place = placeOf(databaseUrl);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; may: boolean }>(
      `select current_setting('server_version_num')::int as version, rolsuper or rolcreaterole as may
       from pg_roles where rolname = current_user`,
    );
    const [row] = rows;
    if (!row || row.version < 150_000) {
      throw new Refusal(
        `The database at ${place} is too old; ProperTea needs PostgreSQL 15 or newer.`,
      );
    }
    if (!row.may) {
      throw new Refusal(
        `The account of DATABASE_URL at ${place} may not create roles; give it CREATEROLE or use an administrator.`,
      );
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(whyUnreachable(error, place), 1, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
  return { adminUrl: databaseUrl, embedded: false, port: null, stop: async () => undefined };
}

function whyUnreachable(error: unknown, place: string): string {
  if (hasCode(error, '28P01', '28000')) {
    return `The database at ${place} refuses the user or password of DATABASE_URL.`;
  }
  if (hasCode(error, '3D000')) {
    return `The database that DATABASE_URL names does not exist at ${place}; create it first.`;
  }
  if (hasCode(error, '53300')) {
    return `The database at ${place} has no free connections (ProperTea needs ${CONNECTION_BUDGET}).`;
  }
  const reason = hasCode(error, 'ECONNREFUSED')
    ? 'nothing answers there'
    : hasCode(error, 'ENOTFOUND', 'EAI_AGAIN')
      ? 'the host name is unknown'
      : messageOf(error);
  return `The database at ${place} (DATABASE_URL) cannot be reached: ${reason}; start it, or unset DATABASE_URL for the embedded one.`;
}

/** Host, port and database of a connection string, without user and password. */
function placeOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return `${host || 'localhost'}${pathname}`;
}
