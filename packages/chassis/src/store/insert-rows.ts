import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery, type ControlledTransaction } from 'kysely';

const ROWS_PER_INSERT = 1000;

/**
 * Inserts many rows in few statements, inside the transaction of `em`. `columns` is a list as in a
 * table definition (`id uuid, name text`); the rows' keys are the column names.
 */
export async function insertRows(
  em: EntityManager,
  table: string,
  columns: string,
  rows: readonly object[],
): Promise<void> {
  const names = columns
    .split(', ')
    .map((column) => column.slice(0, column.indexOf(' ')))
    .join(', ');
  const transaction = em.getTransactionContext<ControlledTransaction<unknown>>();
  if (!transaction) throw new Error('Rows are inserted inside a transaction.');
  const sql = `insert into ${table} (${names}) select ${names} from jsonb_to_recordset($1::jsonb) as rows (${columns})`;
  for (const chunk of chunks(rows, ROWS_PER_INSERT)) {
    // em.execute would write the megabyte of JSON into the statement as a literal: half as fast.
    await transaction.executeQuery(CompiledQuery.raw(sql, [JSON.stringify(chunk)]));
  }
}

/** The items in pieces of at most `size`. */
export function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
