import { overHttp } from '@propertea/chassis/runtime';
import { openDoor } from './door.js';
import type { HouseDoor } from './door.js';
import { readEnvironment } from './environment.js';
import { Refusal } from './failure.js';
import { requireRuntime } from './instance.js';
import type { Runtime } from './instance.js';
import { loadSecrets } from './secrets.js';
import type { Secrets } from './secrets.js';

/** The platform that runs on a data directory, seen from another process. */
export interface RunningHouse extends HouseDoor {
  readonly runtime: Runtime;
}

/** @throws Refusal where none runs there. */
export async function connectRunning(dataDirectory: string): Promise<RunningHouse> {
  const runtime = await requireRuntime(dataDirectory);
  const secrets = await loadSecrets(dataDirectory);
  const door = openDoor({
    url: runtime.url,
    issuer: runtime.issuer,
    adminUrl: adminUrlOf(runtime.database, secrets),
    secrets,
    rooms: new Map(runtime.rooms.map(({ name, url }) => [name, overHttp(name, url)])),
  });
  return { ...door, runtime };
}

/** The administrator's connection string, whose password is never written down twice. */
export function adminUrlOf(database: Runtime['database'], secrets: Secrets): string {
  if (database.embedded && database.port !== null) {
    return embeddedAdminUrl(database.port, secrets);
  }
  const { databaseUrl } = readEnvironment();
  if (databaseUrl) return databaseUrl;
  throw new Refusal(
    'The platform runs on the database of a DATABASE_URL; set the same one for this command.',
  );
}

export function embeddedAdminUrl(port: number, secrets: Secrets): string {
  return `postgres://postgres:${encodeURIComponent(secrets.databasePassword)}@127.0.0.1:${port}/propertea`;
}
