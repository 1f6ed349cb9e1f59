import { Client } from 'pg';
import { FEED_SQL } from './feed.sql.js';
import { PLATFORM_SQL, roomSql } from './platform.sql.js';

/** Creates what all rooms share in the database of `adminUrl`; safe to repeat and to race. */
export async function provisionPlatform(adminUrl: string): Promise<void> {
  await asAdmin(adminUrl, (client) => locked(client, `${PLATFORM_SQL}${FEED_SQL}`));
}

/**
 * Creates the room's roles and schema and sets the password of its login role.
 * `loginPassword` may hold any characters; it is never logged by us.
 */
export async function provisionRoom(
  adminUrl: string,
  room: string,
  loginPassword: string,
): Promise<void> {
  await asAdmin(adminUrl, async (client) => {
    await locked(client, roomSql(room));
    await setPassword(client, `${room}_login`, loginPassword);
  });
}

async function setPassword(client: Client, role: string, password: string): Promise<void> {
  const statement = `alter role ${role} password ${client.escapeLiteral(password)}`;
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(statement);
      return;
    } catch (error) {
      // Roles are shared by all databases of a server: two migrations may touch one at a time.
      const raced = error instanceof Error && error.message.includes('concurrently updated');
      if (!raced || attempt === 10) throw error;
    }
  }
}

async function locked(client: Client, sql: string): Promise<void> {
  await client.query(`begin; select pg_advisory_xact_lock(717171); ${sql}; commit`);
}

export async function asAdmin<T>(
  adminUrl: string,
  run: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}
