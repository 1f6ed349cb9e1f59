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
  const sql = insertSql(table, columns);
  for (const chunk of chunks(rows, ROWS_PER_INSERT)) await executeWith(em, sql, chunk);
}

/**
 * The same for rows that may be there already: what would break a unique constraint is left out. Returns
 * the ids of those that were inserted.
 */
export async function insertNewRows(
  em: EntityManager,
  table: string,
  columns: string,
  rows: readonly { id: string }[],
): Promise<Set<string>> {
  const sql = `${insertSql(table, columns)} on conflict do nothing returning id`;
  const inserted = new Set<string>();
  for (const chunk of chunks(rows, ROWS_PER_INSERT)) {
    for (const { id } of await executeWith<{ id: string }>(em, sql, chunk)) inserted.add(id);
  }
  return inserted;
}

/**
 * Changes many rows in few statements. `change` is an update that joins `rows`, whose `columns` are a list
 * as in a table definition: `update t set name = rows.name from rows where t.id = rows.id`.
 */
export async function updateRows(
  em: EntityManager,
  change: string,
  columns: string,
  rows: readonly object[],
): Promise<void> {
  const sql = `with rows as (select * from jsonb_to_recordset($1::jsonb) as given (${columns})) ${change}`;
  for (const chunk of chunks(rows, ROWS_PER_INSERT)) await executeWith(em, sql, chunk);
}

function insertSql(table: string, columns: string): string {
  const names = columns
    .split(', ')
    .map((column) => column.slice(0, column.indexOf(' ')))
    .join(', ');
  return `insert into ${table} (${names}) select ${names} from jsonb_to_recordset($1::jsonb) as rows (${columns})`;
}

async function executeWith<Row>(
  em: EntityManager,
  sql: string,
  rows: readonly object[],
): Promise<Row[]> {
  const transaction = em.getTransactionContext<ControlledTransaction<unknown>>();
  if (!transaction) throw new Error('Rows are written inside a transaction.');
  // em.execute would write the megabyte of JSON into the statement as a literal: half as fast.
  const result = await transaction.executeQuery<Row>(
    CompiledQuery.raw(sql, [JSON.stringify(rows)]),
  );
  return result.rows;
}

/** The items in pieces of at most `size`. */
export function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
