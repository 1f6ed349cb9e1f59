import type { EntityManager } from '@mikro-orm/postgresql';
import { type Aggregate, insertRows } from '@propertea/chassis/store';

/**
 * Inserts many new objects of one class in few statements; the mapper would take each by itself. They stay
 * unknown to the mapper, and whoever makes them says their version and their times.
 */
export async function insertAggregates<T extends Aggregate>(
  em: EntityManager,
  type: new () => T,
  objects: readonly T[],
): Promise<void> {
  if (objects.length === 0) return;
  const { tableName, props } = em.getMetadata(type);
  const columns = props.map(({ name, fieldNames: [column = ''], columnTypes: [kind = ''] }) => ({
    name,
    column,
    kind,
  }));
  const rows = objects.map((object) =>
    Object.fromEntries(
      columns.map(({ name, column }) => [column, object[name as keyof T] ?? null]),
    ),
  );
  const definition = columns.map(({ column, kind }) => `${column} ${kind}`).join(', ');
  await insertRows(em, `leasing.${tableName}`, definition, rows);
}
