import { raw, type EntityName, type FilterQuery } from '@mikro-orm/core';
import type { RoomContext } from '@propertea/chassis/graph';
import { nothing, sqlCondition } from './conditions.js';
import { type Reading, referenceCodes } from './reference.js';
import { searchWords } from './search-words.js';

/** How one kind of thing is searched for. */
export interface Searchable<T> {
  entity: EntityName<T>;
  /** The ways to read codes that are joined by hyphens. */
  readings: (codes: readonly string[]) => Reading[];
  /** Whether a word is said of it. */
  wordCondition: (word: string) => FilterQuery<T>;
}

/** What meets `conditions` and is found by what somebody typed, if anything was. */
export async function searched<T extends object>(
  context: RoomContext,
  { entity, readings, wordCondition }: Searchable<T>,
  conditions: readonly FilterQuery<T>[],
  search: string | null | undefined,
): Promise<FilterQuery<T>> {
  const all = (...more: FilterQuery<T>[]) => ({ $and: [...conditions, ...more] }) as FilterQuery<T>;
  const words = searchWords(search);
  if (!words) return all();
  if (words.length === 0) return nothing<T>();
  const reference = referenceCondition<T>(readings(referenceCodes(search) ?? []));
  // What has these codes is meant; words that happen to begin alike are not.
  if (reference && (await exists(context, entity, all(reference)))) return all(reference);
  return all(...words.map(wordCondition));
}

function referenceCondition<T>(readings: readonly Reading[]): FilterQuery<T> | undefined {
  if (readings.length === 0) return undefined;
  return sqlCondition<T>(
    (alias) => `(${readings.map(({ sql }) => sql(alias)).join(' or ')})`,
    readings.flatMap(({ parameters }) => parameters),
  );
}

async function exists<T extends object>(
  context: RoomContext,
  entity: EntityName<T>,
  where: FilterQuery<T>,
): Promise<boolean> {
  const em = await context.em();
  const found: unknown = await em
    .createQueryBuilder(entity, 'sought')
    .select(raw('1 as found'))
    .where(where as never)
    .limit(1)
    .execute('all', false);
  return (found as unknown[]).length > 0;
}
