import { AsyncLocalStorage } from 'node:async_hooks';
import type { SessionContext, Configuration } from '@mikro-orm/core';
import { Fault } from '@propertea/kernel';
import { PostgreSqlConnection, PostgreSqlDriver } from '@mikro-orm/postgresql';
import { CompiledQuery, type TransactionSettings } from 'kysely';
import { escapeIdentifier, escapeLiteral } from 'pg';

const staged = new AsyncLocalStorage<SessionContext | undefined>();

function beginSql(session: SessionContext, settings: TransactionSettings): string {
  const mode = [
    settings.isolationLevel && `isolation level ${settings.isolationLevel}`,
    settings.accessMode,
  ].filter(Boolean);
  const variables = Object.entries(session.variables ?? {}).map(
    ([key, value]) =>
      `set_config(${escapeLiteral(key)}, ${escapeLiteral(String(value ?? ''))}, true)`,
  );
  return [
    `begin ${mode.join(' ')}`,
    session.role && `set local role ${escapeIdentifier(session.role)}`,
    variables.length > 0 && `select ${variables.join(', ')}`,
  ]
    .filter(Boolean)
    .join('; ');
}

/** Nobody was free in the pool, or nobody could be reached: whoever asked may ask again. */
const notConnected = (cause: unknown) =>
  new Fault(
    'UPSTREAM_UNAVAILABLE',
    'The database is too busy or cannot be reached. Nothing was changed; try again in a moment.',
    { cause },
  );

/**
 * Opens a transaction, takes the role and sets the session variables in one round trip, and gives
 * the pool its slot back when the backend was lost in mid-transaction: the stock driver leaks it.
 */
class RoomConnection extends PostgreSqlConnection {
  override begin(options: Parameters<PostgreSqlConnection['begin']>[0] = {}) {
    if (options.ctx || !options.sessionContext) return super.begin(options);
    return staged.run(options.sessionContext, () =>
      super.begin({ ...options, sessionContext: undefined }),
    );
  }

  override createKyselyDialect(
    overrides: Parameters<PostgreSqlConnection['createKyselyDialect']>[0],
  ) {
    const dialect = super.createKyselyDialect(overrides);
    const createDriver = dialect.createDriver.bind(dialect);
    dialect.createDriver = () => {
      const driver = createDriver();
      const acquire = driver.acquireConnection.bind(driver);
      const begin = driver.beginTransaction.bind(driver);
      const rollback = driver.rollbackTransaction.bind(driver);
      driver.acquireConnection = async () => {
        try {
          return await acquire();
        } catch (error) {
          throw notConnected(error);
        }
      };
      driver.beginTransaction = async (connection, settings) => {
        const session = staged.getStore();
        if (!session) return begin(connection, settings);
        try {
          await connection.executeQuery(CompiledQuery.raw(beginSql(session, settings)));
        } catch (error) {
          await rollback(connection).catch(() => undefined);
          await driver.releaseConnection(connection);
          throw error;
        }
      };
      driver.rollbackTransaction = (connection) => rollback(connection).catch(() => undefined);
      return driver;
    };
    return dialect;
  }
}

export class RoomDriver extends PostgreSqlDriver {
  constructor(config: Configuration) {
    super(config);
    Object.assign(this, { connection: new RoomConnection(config) });
  }
}
