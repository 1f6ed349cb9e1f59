import type { EntityManager } from '@mikro-orm/postgresql';
import type { EntityMetadata, EntityName } from '@mikro-orm/core';

const shapes = new WeakMap<EntityMetadata, object>();

/**
 * Rows of an entity's table as objects for reading: its fields, getters and methods, but not managed.
 * The mapper defines an accessor per field and object to track changes, which a list that is only
 * read pays for and never uses. Such an object must not be persisted.
 */
export function readRows<T extends object>(
  em: EntityManager,
  entity: EntityName<T>,
  rows: readonly Record<string, unknown>[],
): T[] {
  const meta = em.getMetadata(entity as EntityName<object>) as EntityMetadata;
  const platform = em.getPlatform();
  const custom = meta.props.flatMap(({ name, customType }) =>
    customType ? [{ name, customType }] : [],
  );
  const shape = shapeOf(meta);
  return rows.map((row) => {
    const data = em.getDriver().mapResult(row as never, meta) as Record<string, unknown>;
    for (const { name, customType } of custom) {
      if (data[name] !== null && data[name] !== undefined)
        data[name] = customType.convertToJSValue(data[name], platform);
    }
    return Object.assign(Object.create(shape) as object, data) as T;
  });
}

/** The entity's own getters and methods, without the accessors that the mapper put among them. */
function shapeOf(meta: EntityMetadata): object {
  const known = shapes.get(meta);
  if (known) return known;
  const shape: object = {};
  for (
    let prototype = meta.prototype as object;
    prototype && prototype !== Object.prototype;
    prototype = Object.getPrototypeOf(prototype) as object
  ) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      const tracked = name in meta.properties && !descriptor.get;
      if (tracked || name.startsWith('__')) continue;
      if (!Object.hasOwn(shape, name)) Object.defineProperty(shape, name, descriptor);
    }
  }
  shapes.set(meta, shape);
  return shape;
}
