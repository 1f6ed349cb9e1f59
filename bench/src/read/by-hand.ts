import { createServer } from 'node:http';
import pg from 'pg';
import { STATEMENTS } from './page.js';

const [adminUrl, organization, property] = process.argv.slice(2);
const parameters: Record<string, string | undefined> = { organization, property };
const pool = new pg.Pool({ connectionString: adminUrl, max: 20 });

type Query = (text: string, values: (string | undefined)[]) => Promise<pg.QueryResult>;

async function page(query: Query): Promise<string> {
  const results = [];
  for (const { text, values } of STATEMENTS) {
    results.push(
      (
        await query(
          text,
          values.map((name) => parameters[name]),
        )
      ).rows,
    );
  }
  const [organizations, properties, units, unitCount, history, historyCount] = results;
  return JSON.stringify({
    data: {
      organization: organizations?.[0],
      property: {
        ...properties?.[0],
        units: { ...unitCount?.[0], nodes: units },
        history: { ...historyCount?.[0], nodes: history },
      },
    },
  });
}

/** Each statement on any connection of the pool, as a superuser: no isolation at all. */
const plain = (): Promise<string> => page((text, values) => pool.query(text, values));

/** The same inside one read-only transaction; `session` says under which role. */
async function inTransaction(session: string): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query(`begin read only${session}`);
    return await page((text, values) => client.query(text, values));
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** Row-level security binds neither superusers nor owners, so a role that may read both rooms is made. */
async function makeReader(): Promise<void> {
  await pool.query(`do $$ begin
    create role bench_reader nologin; grant properties_staff, organizations_staff to bench_reader;
  exception when duplicate_object then null; end $$`);
}

const WAYS: Record<string, () => Promise<string>> = {
  '/plain': plain,
  '/transaction': () => inTransaction(''),
  '/secured': () =>
    inTransaction(
      `; set local role bench_reader; select set_config('app.organization_id', '${organization}', true)`,
    ),
};

await makeReader();
const server = createServer((req, res) => {
  req.resume();
  const way = WAYS[req.url ?? ''] ?? plain;
  way().then(
    (body) => res.writeHead(200, { 'content-type': 'application/json' }).end(body),
    (error: unknown) => res.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` });
});
process.once('disconnect', () => process.exit(0));
