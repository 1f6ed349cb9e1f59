import type { RoomDatabase } from '@propertea/testkit';
import pg from 'pg';
import type { Portfolio } from './two-organizations.js';

/** A database role under which requests of a room run, with a connection of its login. */
export interface Role {
  name: string;
  room: string;
  client: pg.Client;
  variables: { organization: string; user: string };
}

export interface Outcome<Row> {
  rows: Row[];
  count: number;
  /** SQLSTATE of what the database refused. */
  code?: string;
  message?: string;
}

const OF_REQUESTS = ['staff', 'person', 'operator', 'anonymous'];

/** Every role of requests in every room, standing where somebody of `who` stands. */
export async function rolesOf(
  database: RoomDatabase,
  rooms: readonly string[],
  { organization }: Portfolio,
): Promise<Role[]> {
  const roles: Role[] = [];
  for (const room of rooms) {
    const client = new pg.Client({ connectionString: database.urlFor(room) });
    client.on('error', () => undefined);
    await client.connect();
    for (const persona of OF_REQUESTS) {
      const variables = {
        organization: persona === 'staff' ? organization.uuid : '',
        user: persona === 'anonymous' ? '' : organization.user.uuid,
      };
      roles.push({ name: `${room}_${persona}`, room, client, variables });
    }
  }
  return roles;
}

/** Runs one statement in a transaction of the role, and takes it back. */
export async function asRole<Row extends pg.QueryResultRow>(
  { client, name, variables }: Role,
  sql: string,
  parameters: unknown[] = [],
): Promise<Outcome<Row>> {
  await client.query('begin');
  try {
    await client.query(`set local role ${client.escapeIdentifier(name)}`);
    await client.query(
      `select set_config('app.organization_id', $1, true), set_config('app.user_id', $2, true)`,
      [variables.organization, variables.user],
    );
    const { rows, rowCount } = await client.query<Row>(sql, parameters);
    return { rows, count: rowCount ?? 0 };
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    const { code = 'unknown', message } = error;
    return { rows: [], count: 0, code, message };
  } finally {
    await client.query('rollback');
  }
}
