import {
  asAdmin,
  migrateRoom,
  pendingMigrations,
  provisionPlatform,
} from '@propertea/chassis/store';
import { provisionGateway } from './gateway.js';
import { rooms } from './rooms.js';
import { loginPassword } from './secrets.js';
import type { Secrets } from './secrets.js';

/** One room's migrations that a command names. */
export interface RoomMigrations {
  readonly room: string;
  readonly names: readonly string[];
}

/**
 * Brings the whole database up to date: what all rooms share, each room's schema, the gateway's table.
 * Sets the passwords of the login roles. Returns what ran, per room; repeating it changes nothing.
 */
export async function migrate(
  adminUrl: string,
  secrets: Pick<Secrets, 'loginSecret'>,
): Promise<RoomMigrations[]> {
  const password = (owner: string) => loginPassword(secrets.loginSecret, `${owner}_login`);
  await provisionPlatform(adminUrl);
  const ran = await Promise.all(
    rooms.map(async (room) => ({
      room: room.name,
      names: await migrateRoom(room, adminUrl, password(room.name)),
    })),
  );
  await asAdmin(adminUrl, (client) => provisionGateway(client, password('gateway')));
  return ran;
}

/** What `migrate` would run. An empty database has everything pending. */
export async function pending(adminUrl: string): Promise<RoomMigrations[]> {
  return Promise.all(
    rooms.map(async (room) => ({
      room: room.name,
      names: await pendingMigrations(room, adminUrl),
    })),
  );
}
