import { raw, type EntityName, type FilterQuery } from '@mikro-orm/core';
import {
  type Connection,
  defineLoader,
  type LoaderDefinition,
  type RoomContext,
  toConnection,
} from '@propertea/chassis/graph';
import { keysetOf, positionOf, readRows, type Sort, writeCursor } from '@propertea/chassis/store';
import { groupBy } from './group-by.js';

/** The arguments of a connection, as the graph gives them. */
export interface ListArguments<Filter> {
  first: number;
  after: string | null | undefined;
  filter: Filter | null | undefined;
  sort: Sort;
}

/** One connection under one parent. */
export interface NestedList<Filter> {
  parentId: string;
  list: ListArguments<Filter>;
}

interface Nesting<T, Filter> {
  entity: EntityName<T>;
  /** Property and column of the child that hold the parent's id. */
  parent: { property: Extract<keyof T, string>; column: string };
  where: (
    context: RoomContext,
    filter: Filter | null | undefined,
  ) => FilterQuery<T> | Promise<FilterQuery<T>>;
}

/**
 * Connections that hang under many parents of one answer (the units of each property of a list): one
 * statement for all parents with the same arguments, and one for all their `totalCount`.
 */
export function nestedConnections<T extends { id: string }, Filter>(
  nesting: Nesting<T, Filter>,
): LoaderDefinition<NestedList<Filter>, Connection<T>> {
  const cacheKey = ({ parentId, list }: NestedList<Filter>) => parentId + JSON.stringify(list);
  const counts = defineLoader<NestedList<Filter>, number>(
    (context, keys) => inGroups(keys, (ids, list) => countEach(context, nesting, ids, list)),
    { cacheKey },
  );
  return defineLoader(
    (context, keys) =>
      inGroups(keys, async (ids, list) => {
        const pages = await pageOfEach(context, nesting, ids, list);
        return ids.map((parentId, index) =>
          toConnection({
            ...toPage(pages[index] ?? [], list),
            totalCount: async () => (await context.load(counts, { parentId, list })) ?? 0,
          }),
        );
      }),
    { cacheKey },
  );
}

/** Runs `load` once for all keys with the same arguments; answers in the order of the keys. */
async function inGroups<Filter, Value>(
  keys: readonly NestedList<Filter>[],
  load: (parentIds: string[], list: ListArguments<Filter>) => Promise<Value[]>,
): Promise<(Value | null)[]> {
  const values = new Map<NestedList<Filter>, Value>();
  for (const group of groupBy(keys, (key) => JSON.stringify(key.list)).values()) {
    const [first] = group;
    if (!first) continue;
    const loaded = await load(
      group.map((key) => key.parentId),
      first.list,
    );
    group.forEach((key, index) => values.set(key, loaded[index] as Value));
  }
  return keys.map((key) => values.get(key) ?? null);
}

async function pageOfEach<T extends { id: string }, Filter>(
  context: RoomContext,
  { entity, parent, where }: Nesting<T, Filter>,
  parentIds: string[],
  { filter, sort, ...request }: ListArguments<Filter>,
): Promise<T[][]> {
  const em = await context.em();
  const keyset = keysetOf(em, entity, sort, request);
  const { first, column } = keyset;
  const order = sort.direction === 'ASC' ? 'asc' : 'desc';
  const valueOrder = keyset.isNullable ? (`${order} nulls last` as const) : order;
  const conditions = await where(context, filter);
  const page = em
    .createQueryBuilder(entity, 'child')
    .select('*')
    .where(conditions as never)
    .andWhere(sqlOn(`child.${parent.column} = parent.id`));
  const [position, parameters] = positionOf(keyset, sort, 'child');
  if (position) page.andWhere(sqlOn(position, parameters));
  page
    .orderBy([{ [raw(`child.${column}`)]: valueOrder }, { [raw('child.id')]: order }])
    .limit(first + 1);
  const { sql, params } = page.toQuery();
  const rows = await em.execute<Record<string, unknown>[]>(
    `select child.* from unnest(?::uuid[]) as parent (id) cross join lateral (${sql}) as child
     order by child.${parent.column}, child.${column} ${valueOrder}, child.id ${order}`,
    [`{${[...new Set(parentIds)].join(',')}}`, ...params],
  );
  const children = readRows(em, entity, rows);
  const byParent = groupBy(children, (child) => child[parent.property]);
  return parentIds.map((id) => byParent.get(id as T[Extract<keyof T, string>]) ?? []);
}

async function countEach<T extends { id: string }, Filter>(
  context: RoomContext,
  { entity, parent, where }: Nesting<T, Filter>,
  parentIds: string[],
  { filter }: ListArguments<Filter>,
): Promise<number[]> {
  const em = await context.em();
  const ofParents = { [parent.property]: { $in: parentIds } } as FilterQuery<T>;
  const conditions = await where(context, filter);
  const totals = await em.countBy(entity as EntityName<object>, parent.property as never, {
    where: { $and: [ofParents, conditions] } as never,
  });
  return parentIds.map((id) => totals[id] ?? 0);
}

function toPage<T extends { id: string }, Filter>(
  rows: readonly T[],
  { first, after, sort }: ListArguments<Filter>,
) {
  return {
    edges: rows.slice(0, first).map((node) => ({ cursor: writeCursor(node, sort), node })),
    hasNextPage: rows.length > first,
    hasPreviousPage: Boolean(after),
  };
}

function sqlOn(sql: string, parameters: unknown[] = []): never {
  return { [raw(sql, parameters)]: [] } as never;
}
