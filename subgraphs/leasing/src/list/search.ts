import type { FilterQuery } from '@mikro-orm/core';
import type { RoomContext } from '@propertea/chassis/graph';
import { nothing, sqlCondition } from './conditions.js';
import {
  type IdSet,
  leasesByWord,
  propertiesByWord,
  propertiesOfCodes,
  readIdSets,
} from './id-sets.js';
import { searchWords } from './search-words.js';

const REFERENCE = /^[a-z0-9]{1,10}(?:-[a-z0-9]{1,10}){0,2}-[a-z0-9]{1,10}$/i;

/** By which columns rows are found: the id of their unit, where leases are searched, or the unit's own. */
interface Columns {
  unitCode: string;
  propertyId: string;
  /** Where the row is a lease: found by number and names, too. */
  leaseId?: string;
}

/**
 * What somebody typed, as a condition: each word begins the code of the unit, a word of the property, or
 * of the lease's number or parties. A reference such as COMPANY-PROP-B-UNIT also finds by its codes: the
 * last begins the unit's, another is the property's. Undefined where nothing was typed.
 */
export async function searchCondition<T>(
  context: RoomContext,
  search: string | null | undefined,
  { unitCode, propertyId, leaseId }: Columns,
): Promise<FilterQuery<T> | undefined> {
  const words = searchWords(search);
  if (!words) return undefined;
  if (words.length === 0) return nothing<T>();
  const codes = REFERENCE.test(search?.trim() ?? '')
    ? (search ?? '').trim().toUpperCase().split('-')
    : [];
  const last = codes.at(-1);
  const sets = words.map((word): IdSet[] => [
    propertiesByWord(word),
    ...(leaseId === undefined ? [] : [leasesByWord(word)]),
  ]);
  const found = await readIdSets(context, [
    ...sets.flat(),
    ...(last === undefined ? [] : [propertiesOfCodes(codes.slice(0, -1))]),
  ]);
  const parts: string[] = [];
  const parameters: string[] = [];
  for (const word of words) {
    const sql = [`{}.${unitCode} ^@ ?`, `{}.${propertyId} = any (?::uuid[])`];
    parameters.push(word.toUpperCase(), found.shift() ?? '{}');
    if (leaseId !== undefined) {
      sql.push(`{}.${leaseId} = any (?::uuid[])`);
      parameters.push(found.shift() ?? '{}');
    }
    parts.push(`(${sql.join(' or ')})`);
  }
  let condition = parts.join(' and ');
  if (last !== undefined) {
    condition = `(${condition} or {}.${unitCode} ^@ ? and {}.${propertyId} = any (?::uuid[]))`;
    parameters.push(last, found.shift() ?? '{}');
  }
  return sqlCondition<T>((alias) => condition.replaceAll('{}', alias), parameters);
}
