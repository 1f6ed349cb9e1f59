import pg from 'pg';

/** Runs SQL as the superuser, who sees through row-level security. */
export async function openAdmin(adminUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: adminUrl });
  // The database is dropped under whoever is still connected.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Every table of the rooms, as `schema.table`. */
export async function tablesOf(admin: pg.Client, rooms: readonly string[]): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relnamespace::regnamespace::text = any ($1) and c.relkind in ('r', 'p') and c.relname <> 'migrations'
     order by 1`,
    [rooms],
  );
  return rows.map(({ name }) => name);
}

/**
 * One checksum and number of rows per table, over the rows that hold one of `traces` and nothing of
 * `except`; whatever a command writes, moves or removes of an organization changes one of them.
 */
export async function fingerprints(
  admin: pg.Client,
  tables: readonly string[],
  traces: readonly string[],
  except: readonly string[],
): Promise<Record<string, string>> {
  const parts = tables.map(
    (table) => `select '${table}' as name,
      count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum
      from ${table} t where t::text ~ $1 and t::text !~ $2`,
  );
  const { rows } = await admin.query<{ name: string; sum: string }>(parts.join(' union all '), [
    traces.join('|'),
    except.join('|'),
  ]);
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}
