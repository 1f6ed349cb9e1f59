import DataLoader from 'dataloader';
import type { RoomContext } from './context.js';

/** A batch: values in the order of the keys, null where there is none. */
export interface LoaderDefinition<Key, Value> {
  readonly batch: (
    context: RoomContext,
    keys: readonly Key[],
  ) => Promise<readonly (Value | null)[]>;
  readonly cacheKey?: (key: Key) => string;
}

/** Declares a batched look-up; `context.load(loader, key)` uses it, once per key and request. */
export function defineLoader<Key, Value>(
  batch: LoaderDefinition<Key, Value>['batch'],
  options: { cacheKey?: (key: Key) => string } = {},
): LoaderDefinition<Key, Value> {
  return { batch, ...options };
}

/** Declares a look-up by id over one statement; rows may come in any order. */
export function loaderById<Value extends { id: string }>(
  find: (context: RoomContext, ids: string[]) => Promise<Value[]>,
): LoaderDefinition<string, Value> {
  return defineLoader(async (context, ids) => {
    const rows = await find(context, [...ids]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}

export type AnyDataLoader = DataLoader<unknown, unknown, unknown>;

export function createDataLoader<Key, Value>(
  context: RoomContext,
  definition: LoaderDefinition<Key, Value>,
): AnyDataLoader {
  const { batch, cacheKey } = definition;
  const options = { maxBatchSize: 1000, ...(cacheKey && { cacheKeyFn: cacheKey }) };
  return new DataLoader<Key, Value | null, unknown>((keys) => batch(context, keys), options);
}
