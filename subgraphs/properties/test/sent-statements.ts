import { PostgreSqlConnection } from '@mikro-orm/postgresql';

type Execute = (query: string, run: () => unknown, context?: { formatted?: string }) => unknown;
interface Connection {
  executeQuery: Execute;
}

/**
 * Runs `work` and returns the SQL that the rooms of this process sent for it, parameters in place.
 * Beginning and ending transactions and the traffic of the bus are left out.
 */
export async function sentBy<T>(work: () => Promise<T>): Promise<{ answer: T; sent: string[] }> {
  const prototype = PostgreSqlConnection.prototype as unknown as Connection;
  const { executeQuery } = prototype;
  const sent: string[] = [];
  prototype.executeQuery = function (this: Connection, query, run, context) {
    const sql = context?.formatted ?? query;
    if (!/\bbus\.|\.outbox where|\.inbox/.test(sql)) sent.push(sql);
    return executeQuery.call(this, query, run, context);
  };
  try {
    return { answer: await work(), sent };
  } finally {
    prototype.executeQuery = executeQuery;
  }
}
