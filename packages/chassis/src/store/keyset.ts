import { Buffer } from 'node:buffer';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type EntityName, type EntityProperty, type FilterQuery } from '@mikro-orm/core';
import { Fault, isUuid } from '@propertea/kernel';
import { readRows } from './read-rows.js';

export const DEFAULT_PAGE_SIZE = 25;
export const MAX_PAGE_SIZE = 100;

export interface PageRequest {
  /** 1 to 100; 25 where absent. */
  first?: number | null;
  after?: string | null;
}

/** A sort key: a property of the entity, ties broken by id. Rows without a value come last both ways. */
export interface Sort<Field extends string = string> {
  field: Field;
  direction: 'ASC' | 'DESC';
}

export interface Page<T> {
  edges: { cursor: string; node: T }[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  /** Asked for only where the client selects `totalCount`. */
  totalCount: () => Promise<number>;
}

type SortValue = string | number;

/** Behind which row a page begins; `value` is null among the rows without a value. */
interface Position {
  value: SortValue | null;
  id: string;
}

/** A page in terms of the table. */
export interface Keyset {
  first: number;
  /** The column to sort by, and whether it may be null. */
  column: string;
  isNullable: boolean;
  after: Position | undefined;
}

/**
 * One page of a list by keyset: rows after `(sort key, id)`, never an offset, so that it costs the
 * same on page 1 and page 1,000 and shows no row twice. Errors: BAD_USER_INPUT for a page size out
 * of 1…100 and for a cursor that this list did not give.
 */
export async function keysetPage<T extends { id: string }>(
  em: EntityManager,
  entity: EntityName<T>,
  query: { where: FilterQuery<T>; sort: Sort<Extract<keyof T, string>>; page: PageRequest },
): Promise<Page<T>> {
  const { where, sort } = query;
  const keyset = keysetOf(em, entity, sort, query.page);
  const { first, after } = keyset;
  const found: Record<string, unknown>[] = [];
  for (const [sql, parameters] of stretchesOf(keyset, sort, 'e')) {
    const select = em
      .createQueryBuilder(entity, 'e')
      .select('*')
      .where(where as never);
    if (sql) select.andWhere(sql as never, parameters as never);
    select.orderBy([{ [sort.field]: sort.direction }, { id: sort.direction }] as never);
    const missing = first + 1 - found.length;
    const stretch: unknown = await select.limit(missing).execute('all', false);
    found.push(...(stretch as Record<string, unknown>[]));
    if (found.length > first) break;
  }
  const rows = readRows(em, entity, found);
  return {
    edges: rows.slice(0, first).map((node) => ({ cursor: writeCursor(node, sort), node: node })),
    hasNextPage: rows.length > first,
    hasPreviousPage: after !== undefined,
    totalCount: () => em.count(entity, where),
  };
}

/**
 * What a page asks for in terms of the table: how many rows, the column to sort by, and behind which
 * row. Errors: BAD_USER_INPUT for a page size out of 1…100 and for a cursor of another list.
 */
export function keysetOf<T>(
  em: EntityManager,
  entity: EntityName<T>,
  sort: Sort,
  page: PageRequest,
): Keyset {
  const first = pageSize(page.first);
  const after = page.after ? readCursor(page.after, sort) : undefined;
  const property = em.getMetadata(entity as EntityName<{ id: string }>).properties[
    sort.field as 'id'
  ];
  const column = property?.fieldNames?.[0];
  if (!column) throw new RangeError(`${sort.field} is not a column to sort by`);
  const isNullable = property.nullable ?? false;
  const isPlace = !after || (after.value === null ? isNullable : fits(after.value, property));
  if (!isPlace) throw foreignCursor();
  return { first, column, isNullable, after };
}

type Condition = [sql: string, parameters: (SortValue | null)[]];

/**
 * The conditions that read a list in its order, one after the other as far as a page reaches: rows
 * with a value, then those without. Each is a range of an index on (column, id), in either direction;
 * together, or with `nulls last`, they are not.
 */
function stretchesOf(
  { column, isNullable, after }: Keyset,
  sort: Sort,
  alias: string,
): Condition[] {
  const key = `${alias}.${column}`;
  const operator = sort.direction === 'ASC' ? '>' : '<';
  if (after?.value === null) return [[`${key} is null and ${alias}.id ${operator} ?`, [after.id]]];
  const behind: Condition = after
    ? [`(${key}, ${alias}.id) ${operator} (?, ?)`, [after.value, after.id]]
    : [isNullable ? `${key} is not null` : '', []];
  return isNullable ? [behind, [`${key} is null`, []]] : [behind];
}

/** The same as one condition, for a short list under a parent that is sorted anyway; empty for its first page. */
export function positionOf(keyset: Keyset, sort: Sort, alias: string): Condition {
  if (!keyset.after) return ['', []];
  const [behind, ...others] = stretchesOf(keyset, sort, alias);
  const conditions = behind ? [behind, ...others] : others;
  return [
    `(${conditions.map(([sql]) => sql).join(' or ')})`,
    conditions.flatMap(([, parameters]) => parameters),
  ];
}

function pageSize(first: number | null | undefined): number {
  const size = first ?? DEFAULT_PAGE_SIZE;
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE_SIZE) {
    throw new Fault('BAD_USER_INPUT', `"first" takes a number from 1 to ${MAX_PAGE_SIZE}.`);
  }
  return size;
}

/** Where `node` stands in a list of this sort, for the client to give back. */
export function writeCursor<T extends { id: string }>(node: T, sort: Sort): string {
  const value: unknown = node[sort.field as keyof T] ?? null;
  const plain = value instanceof Date ? value.toISOString() : value;
  return Buffer.from(JSON.stringify([sort.field, plain, node.id])).toString('base64url');
}

function readCursor(cursor: string, sort: Sort): Position {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parsed)) {
      const [field, value, id] = parsed as unknown[];
      const sortable = value === null || typeof value === 'string' || typeof value === 'number';
      if (field === sort.field && sortable && typeof id === 'string' && isUuid(id)) {
        return { value, id };
      }
    }
  } catch {
    // answered below, like every cursor that is not ours
  }
  throw foreignCursor();
}

function foreignCursor(): Fault {
  return new Fault('BAD_USER_INPUT', '"after" is not a cursor of this list with this sort.');
}

const MAX_INTEGER = 2 ** 31 - 1;

/** Whether the database could compare the value of a made-up cursor with the sort key. */
function fits(value: SortValue, { type, runtimeType }: EntityProperty): boolean {
  if (type === 'integer') return Number.isInteger(value) && Math.abs(Number(value)) <= MAX_INTEGER;
  if (runtimeType === 'number') return typeof value === 'number';
  if (typeof value !== 'string') return false;
  if (type === 'uuid') return isUuid(value);
  return runtimeType === 'Date' ? isInstant(value) : !value.includes('\0');
}

/** As `Date.toISOString` writes it, in years of four digits. */
function isInstant(text: string): boolean {
  const date = new Date(text);
  return text.length === 24 && !Number.isNaN(date.getTime()) && date.toISOString() === text;
}
