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

/** A sort key: a NOT NULL property of the entity, ties broken by id. */
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
  const { first, after, column } = keysetOf(em, entity, sort, query.page);
  const operator = sort.direction === 'ASC' ? '>' : '<';
  const select = em
    .createQueryBuilder(entity, 'e')
    .select('*')
    .where(where as never);
  if (after) {
    const position = `(e.${column}, e.id) ${operator} (?, ?)`;
    select.andWhere(position as never, [after.value, after.id] as never);
  }
  select.orderBy([{ [sort.field]: sort.direction }, { id: sort.direction }] as never);
  const found = await select.limit(first + 1).execute('all', false);
  const rows = readRows(em, entity, found as Record<string, unknown>[]);
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
): { first: number; column: string; after: { value: SortValue; id: string } | undefined } {
  const first = pageSize(page.first);
  const after = page.after ? readCursor(page.after, sort) : undefined;
  const property = em.getMetadata(entity as EntityName<{ id: string }>).properties[
    sort.field as 'id'
  ];
  const column = property?.fieldNames?.[0];
  if (!column) throw new RangeError(`${sort.field} is not a column to sort by`);
  if (after && !fits(after.value, property)) throw foreignCursor();
  return { first, column, after };
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
  const value: unknown = node[sort.field as keyof T];
  const plain = value instanceof Date ? value.toISOString() : value;
  return Buffer.from(JSON.stringify([sort.field, plain, node.id])).toString('base64url');
}

function readCursor(cursor: string, sort: Sort): { value: SortValue; id: string } {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parsed)) {
      const [field, value, id] = parsed as unknown[];
      const sortable = typeof value === 'string' || typeof value === 'number';
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
