import { raw, type EntityName, type FilterQuery } from '@mikro-orm/core';
import type { RoomContext } from '@propertea/chassis/graph';
import { nothing, sqlCondition } from './conditions.js';
import { type IdSet, readIdSets } from './id-sets.js';
import { type Reading, referenceCodes } from './reference.js';
import { searchWords } from './search-words.js';

/** How one kind of thing is searched for. */
export interface Searchable<T> {
  entity: EntityName<T>;
  /** The ways to read codes that are joined by hyphens. */
  readings: (codes: readonly string[]) => Reading[];
  /** The sets of ids that decide whether a word is said of it. */
  wordSets: (word: string) => IdSet[];
  /** Whether a word is said of it: SQL on the rows of an alias; `sets` are arrays, as text. */
  wordCondition: (word: string, sets: string[]) => FilterQuery<T>;
}

/** What meets `conditions` and is found by what somebody typed, if anything was. */
export async function searched<T extends object>(
  context: RoomContext,
  { entity, readings, wordSets, wordCondition }: Searchable<T>,
  conditions: readonly FilterQuery<T>[],
  search: string | null | undefined,
): Promise<FilterQuery<T>> {
  const all = (...more: FilterQuery<T>[]) => ({ $and: [...conditions, ...more] }) as FilterQuery<T>;
  const words = searchWords(search);
  if (!words) return all();
  if (words.length === 0) return nothing<T>();
  const read = readings(referenceCodes(search) ?? []);
  const setsOfWords = words.map(wordSets);
  const found = await readIdSets(context, [...read.map(({ ids }) => ids), ...setsOfWords.flat()]);
  const reference = referenceCondition<T>(read, found.splice(0, read.length));
  // What has these codes is meant; words that happen to begin alike are not.
  if (reference && (await exists(context, entity, all(reference)))) return all(reference);
  return all(
    ...words.map((word, index) =>
      wordCondition(word, found.splice(0, setsOfWords[index]?.length ?? 0)),
    ),
  );
}

/** What one of the readings means; undefined where none of them can find anything. */
function referenceCondition<T>(
  readings: readonly Reading[],
  ids: readonly string[],
): FilterQuery<T> | undefined {
  const possible = readings.flatMap((reading, index) => {
    const set = ids[index] ?? '{}';
    return set === '{}' ? [] : [{ ...reading, set }];
  });
  if (possible.length === 0) return undefined;
  return sqlCondition<T>(
    (alias) =>
      `(${possible.map(({ column, and }) => `${alias}.${column} = any (?::uuid[])${and ? ` and ${and.sql(alias)}` : ''}`).join(' or ')})`,
    possible.flatMap(({ set, and }) => [set, ...(and?.parameters ?? [])]),
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
