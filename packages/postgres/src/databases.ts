import pg from 'pg';

/**
 * Creates a database, as a copy of `template` when given (which nobody may be connected to).
 * @returns the connection string of the new database under the same account.
 */
export async function createDatabase(
  adminUrl: string,
  name: string,
  options: { template?: string } = {},
): Promise<string> {
  const template = options.template ? ` template ${pg.escapeIdentifier(options.template)}` : '';
  await execute(adminUrl, `create database ${pg.escapeIdentifier(name)}${template}`);
  const url = new URL(adminUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
}

/** Drops a database if it exists, closing what is still connected to it. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await execute(adminUrl, `drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
}

async function execute(adminUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
}
