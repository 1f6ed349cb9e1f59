import { buildingIds, type IdSet, propertyIds } from './id-sets.js';

const REFERENCE = /^[a-z0-9]{1,10}(?:-[a-z0-9]{1,10}){0,2}-(?:[a-z0-9]{1,10})?$/i;

/**
 * The codes of a text that reads like a reference or a part of one ("clark-a-10"), in capitals; the last
 * may be empty, where somebody is still typing. Undefined for any other text.
 */
export function referenceCodes(search: string | null | undefined): string[] | undefined {
  const text = search?.trim() ?? '';
  return REFERENCE.test(text) ? text.toUpperCase().split('-') : undefined;
}

/** A way to read codes: what has one of `ids` in `column` and meets `and`, SQL on the rows of an alias. */
export interface Reading {
  ids: IdSet;
  column: 'id' | 'building_id' | 'property_id';
  and?: { sql: (alias: string) => string; parameters: string[] };
}

/** Company-Property. */
export function propertyReadings([company, property, ...more]: readonly string[]): Reading[] {
  if (company === undefined || property === undefined || more.length > 0) return [];
  return [{ column: 'id', ids: propertyIds({ beginning: property }, { company }) }];
}

/** Property-Building, of one company or of any. */
export function buildingReadings(codes: readonly string[]): Reading[] {
  const [building, property, company, ...more] = codes.toReversed();
  if (building === undefined || property === undefined || more.length > 0) return [];
  return [{ column: 'id', ids: buildingIds({ beginning: building }, { property, company }) }];
}

/** Parts of Company-Property-Building?-Unit; who is still typing may not have come to the unit. */
export function unitReadings(codes: readonly string[]): Reading[] {
  const [last, parent, grandparent, company, ...more] = codes.toReversed();
  if (last === undefined || parent === undefined || more.length > 0) return [];
  const inBuilding: Reading = {
    column: 'building_id',
    ids: buildingIds({ code: parent }, { property: grandparent, company }),
    and: { sql: (alias) => `${alias}.code ^@ ?`, parameters: [last] },
  };
  if (company !== undefined) return [inBuilding];
  const inNoBuilding: Reading = {
    column: 'property_id',
    ids: propertyIds({ code: parent }, { company: grandparent }),
    and: {
      sql: (alias) => `${alias}.building_id is null and ${alias}.code ^@ ?`,
      parameters: [last],
    },
  };
  const ofBuilding = buildingReadings(codes).map(({ ids }): Reading => {
    return { column: 'building_id', ids };
  });
  const ofProperty = propertyReadings(codes).map(({ ids }): Reading => {
    return { column: 'property_id', ids };
  });
  return [inBuilding, inNoBuilding, ...ofBuilding, ...ofProperty];
}
