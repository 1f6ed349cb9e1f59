const REFERENCE = /^[a-z0-9]{1,10}(?:-[a-z0-9]{1,10}){0,2}-(?:[a-z0-9]{1,10})?$/i;

/**
 * The codes of a text that reads like a reference or a part of one ("clark-a-10"), in capitals; the last
 * may be empty, where somebody is still typing. Undefined for any other text.
 */
export function referenceCodes(search: string | null | undefined): string[] | undefined {
  const text = search?.trim() ?? '';
  return REFERENCE.test(text) ? text.toUpperCase().split('-') : undefined;
}

/** A way to read codes: as SQL on the rows of `alias`, and its parameters. */
export interface Reading {
  sql: (alias: string) => string;
  parameters: string[];
}

const OF_ORGANIZATION = 'organization_id = (select app.organization_id())';

/** Ids of properties of this code; `company` and `property` are conditions on their codes. */
function propertyIds(property: string, company?: string): string {
  const owner = company
    ? ` and p.company_id = any (array(select c.id from properties.companies c where c.${OF_ORGANIZATION} and c.code ${company}))`
    : '';
  return `array(select p.id from properties.properties p where p.${OF_ORGANIZATION} and p.code ${property}${owner})`;
}

function buildingIds(building: string, properties?: string): string {
  const place = properties ? ` and b.property_id = any (${properties})` : '';
  return `array(select b.id from properties.buildings b where b.${OF_ORGANIZATION} and b.code ${building}${place})`;
}

/** The ways to read codes as the end of a property's reference, or as a part that begins earlier. */
export function propertyReadings([company, property, ...more]: readonly string[]): Reading[] {
  if (company === undefined || property === undefined || more.length > 0) return [];
  return [
    {
      sql: (alias) => `${alias}.id = any (${propertyIds('^@ ?', '= ?')})`,
      parameters: [property, company],
    },
  ];
}

export function buildingReadings(codes: readonly string[]): Reading[] {
  const [last, property, company, ...more] = codes.toReversed();
  if (last === undefined || property === undefined || more.length > 0) return [];
  const properties = propertyIds('= ?', company === undefined ? undefined : '= ?');
  const owner = company === undefined ? [] : [company];
  return [
    {
      sql: (alias) => `${alias}.id = any (${buildingIds('^@ ?', properties)})`,
      parameters: [last, property, ...owner],
    },
  ];
}

/** The last code begins that of the unit, of the building or of the property in which it lies. */
export function unitReadings(codes: readonly string[]): Reading[] {
  const [last, parent, grandparent, company, ...more] = codes.toReversed();
  if (last === undefined || parent === undefined || more.length > 0) return [];
  const readings: Reading[] = [];
  const owner = grandparent === undefined ? [] : [grandparent];
  const ownerIs = grandparent === undefined ? undefined : '= ?';
  // …-Building-Unit
  const properties = grandparent === undefined ? undefined : propertyIds('= ?', company && '= ?');
  readings.push({
    sql: (alias) =>
      `(${alias}.building_id = any (${buildingIds('= ?', properties)}) and ${alias}.code ^@ ?)`,
    parameters: [parent, ...owner, ...(company === undefined ? [] : [company]), last],
  });
  if (company !== undefined) return readings;
  // …-Property-Unit, for units in no building
  readings.push({
    sql: (alias) =>
      `(${alias}.property_id = any (${propertyIds('= ?', ownerIs)}) and ${alias}.building_id is null and ${alias}.code ^@ ?)`,
    parameters: [parent, ...owner, last],
  });
  // …-Property-Building and Company-Property, of which the unit is not typed yet
  for (const { sql, parameters } of buildingReadings(codes)) {
    readings.push({ sql: (alias) => asParent(sql, alias, 'building_id'), parameters });
  }
  for (const { sql, parameters } of propertyReadings(codes)) {
    readings.push({ sql: (alias) => asParent(sql, alias, 'property_id'), parameters });
  }
  return readings;
}

/** A condition on a parent's id, as one on the column by which a unit names the parent. */
function asParent(sql: Reading['sql'], alias: string, column: string): string {
  return sql(alias).replace(`${alias}.id`, `${alias}.${column}`);
}
