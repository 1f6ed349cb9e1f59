import pg from 'pg';
import type { KeyValue, KeyValueLogger, Subscriber } from './key-value.js';
import { PostgresChannel } from './postgres-channel.js';
import { postgresWindows } from './postgres-windows.js';

const SWEEP_EVERY_MS = 5 * 60_000;
/** What a query may take: a server that is gone is told apart from one that is slow. */
const QUERY_MS = 5_000;

const statements = {
  get: 'select value from gateway.key_values where key = $1 and expires_at > now()',
  ttl: `select extract(epoch from expires_at - now())::float8 as ttl
        from gateway.key_values where key = $1 and expires_at > now()`,
  set: `insert into gateway.key_values (key, value, expires_at)
        values ($1, $2, now() + make_interval(secs => $3))
        on conflict (key) do update set value = excluded.value, expires_at = excluded.expires_at`,
  setIfAbsent: `insert into gateway.key_values as kv (key, value, expires_at)
        values ($1, $2, now() + make_interval(secs => $3))
        on conflict (key) do update set value = excluded.value, expires_at = excluded.expires_at
        where kv.expires_at <= now()`,
  touch: `update gateway.key_values set expires_at = now() + make_interval(secs => $2)
        where key = $1 and expires_at > now()`,
  delete: 'delete from gateway.key_values where key = $1',
  increment: `insert into gateway.key_values as kv (key, value, expires_at)
        values ($1, '1', now() + make_interval(secs => $2))
        on conflict (key) do update set
          value = case when kv.expires_at > now() then (kv.value::bigint + 1)::text else '1' end,
          expires_at = case when kv.expires_at > now() then kv.expires_at else excluded.expires_at end
        returning value`,
  sweep: 'delete from gateway.key_values where expires_at <= now()',
};

/**
 * The key-value port on PostgreSQL, for a house without Redis: one table (postgres.sql.ts), notices
 * by LISTEN/NOTIFY on a connection of its own. Uses up to `poolMax` + 1 connections.
 */
export function postgresKeyValue(options: {
  url: string;
  logger: KeyValueLogger;
  poolMax?: number;
}): KeyValue {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolMax ?? 3,
    application_name: 'propertea-gateway',
    connectionTimeoutMillis: 5_000,
    query_timeout: QUERY_MS,
  });
  // Without a listener a dropped idle connection would end the process; the next query reconnects.
  pool.on('error', (error) => options.logger.warn({ err: error }, 'key-value connection lost'));
  const channel = new PostgresChannel(options.url, options.logger);
  const sweep = setInterval(() => {
    pool
      .query(statements.sweep)
      .catch((error: unknown) => options.logger.warn({ err: error }, 'key-value sweep failed'));
  }, SWEEP_EVERY_MS);
  sweep.unref();

  return {
    async get(key) {
      const { rows } = await pool.query<{ value: string }>(statements.get, [key]);
      return rows[0]?.value;
    },
    async ttl(key) {
      const { rows } = await pool.query<{ ttl: number }>(statements.ttl, [key]);
      return rows[0]?.ttl;
    },
    async set(key, value, ttlSeconds) {
      await pool.query(statements.set, [key, value, ttlSeconds]);
    },
    async setIfAbsent(key, value, ttlSeconds) {
      const { rowCount } = await pool.query(statements.setIfAbsent, [key, value, ttlSeconds]);
      return rowCount === 1;
    },
    async touch(key, ttlSeconds) {
      await pool.query(statements.touch, [key, ttlSeconds]);
    },
    async delete(key) {
      await pool.query(statements.delete, [key]);
    },
    async increment(key, ttlSeconds) {
      const { rows } = await pool.query<{ value: string }>(statements.increment, [key, ttlSeconds]);
      return Number(rows[0]?.value);
    },
    windows: postgresWindows(pool),
    async publish(name, message) {
      await pool.query('select pg_notify($1, $2)', [
        PostgresChannel.physicalName,
        JSON.stringify([name, message]),
      ]);
    },
    subscribe: (name: string, subscriber: Subscriber) => channel.subscribe(name, subscriber),
    async close() {
      clearInterval(sweep);
      await Promise.all([channel.close(), pool.end()]);
    },
  };
}
