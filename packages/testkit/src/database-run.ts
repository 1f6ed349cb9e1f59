import pg from 'pg';

/** The URL of the run's server, as its superuser, on its maintenance database. */
export const adminUrlVariable = 'PROPERTEA_TEST_ADMIN_URL';

/** Names the run: its databases begin with it, so that runs on a shared server never meet. */
export const runVariable = 'PROPERTEA_TEST_RUN';

function ofRun(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is set by Jest's globalSetup (jest.config.mjs)`);
  return value;
}

/** The superuser's URL, on the given database or the maintenance one. */
export function adminUrl(database?: string): string {
  const url = new URL(ofRun(adminUrlVariable));
  if (database) url.pathname = `/${database}`;
  return url.href;
}

/** What every database of this run begins with. */
export function databasePrefix(): string {
  return `propertea_test_${ofRun(runVariable)}_`;
}

/** Runs `work` on a connection of the superuser's own to the maintenance database. */
export async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Drops a database of this run, with whoever is still connected to it. */
export async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  const quoted = client.escapeIdentifier(name);
  await client.query(
    'update pg_database set datistemplate = false where datname = $1 and datistemplate',
    [name],
  );
  await client.query(`drop database if exists ${quoted} with (force)`);
}

/** Drops every database of this run. */
export async function dropDatabasesOfRun(): Promise<void> {
  await asAdmin(async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [databasePrefix()],
    );
    for (const { datname } of rows) await dropDatabase(client, datname);
  });
}
