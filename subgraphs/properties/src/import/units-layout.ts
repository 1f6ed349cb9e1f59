import { UnitCategory } from '../unit/unit-category.js';
import type { CompanyDirectory, KnownCompany } from './company-names.js';
import type { PropertyProposal, UnitProposal } from './proposal.js';
import { noteAddress, readCompany, readCoordinates, readType } from './read-facts.js';
import type { RowCells } from './row-cells.js';
import { closest } from './suggestion.js';
import { suggestCategory, suggestCountry } from './spellings.js';
import type { UnitField } from './units-columns.js';

/** The fields that describe the property; below its first row they may be left empty. */
export const propertyFields = [
  'name',
  'type',
  'street',
  'postalCode',
  'city',
  'region',
  'country',
  'latitude',
  'longitude',
  'jurisdiction',
  'timeZone',
] as const satisfies readonly UnitField[];

const unitFields = [
  'category',
  'bedrooms',
  'bathrooms',
  'area',
  'floor',
  'entrance',
] as const satisfies readonly UnitField[];

const UNIT_CATEGORIES = Object.values(UnitCategory);

const timeZones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);

/** The property that a row describes in full; undefined where a cell is missing or wrong. */
export function readProperty(
  cells: RowCells<UnitField>,
  company: KnownCompany,
  code: string,
): PropertyProposal | undefined {
  const name = cells.required('name', 200);
  const type = readType(cells, 'type');
  const street = cells.required('street', 200);
  noteAddress(cells, 'street');
  const postalCode = cells.required('postalCode', 20);
  const city = cells.required('city', 100);
  const region = cells.text('region', 100) ?? null;
  const country = pattern(
    cells,
    'country',
    /^[A-Z]{2}$/u,
    'A country is two letters, such as US or DE.',
    suggestCountry,
  );
  const jurisdiction = pattern(
    cells,
    'jurisdiction',
    /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/u,
    'A jurisdiction is a country or a part of one, such as DE, US-IL or GB-ENG.',
  );
  const timeZone = cells.required('timeZone', 60);
  if (timeZone !== undefined && !timeZones.has(timeZone)) {
    cells.findings.error(
      'INVALID',
      'A time zone is an IANA name, such as Europe/Berlin.',
      cells.at('timeZone', closest(timeZone, timeZones)),
    );
  }
  const coordinates = readCoordinates(cells, 'latitude', 'longitude');
  if (cells.findings.rejected) return undefined;
  if (!name || !type || !street || !postalCode || !city || !country || !jurisdiction || !timeZone)
    return undefined;
  return {
    company,
    code,
    name,
    type,
    street,
    city,
    region,
    postalCode,
    country,
    jurisdiction,
    timeZone,
    latitude: coordinates?.latitude ?? null,
    longitude: coordinates?.longitude ?? null,
  };
}

function pattern(
  cells: RowCells<UnitField>,
  field: UnitField,
  form: RegExp,
  message: string,
  suggest?: (text: string) => string | undefined,
): string | undefined {
  const text = cells.required(field, 100)?.toUpperCase();
  if (text === undefined || form.test(text)) return text;
  cells.findings.error('INVALID', message, cells.at(field, suggest?.(text)));
  return undefined;
}

/** The unit of a row; null where the row describes none. What a unit needs of its building is checked here too. */
export function readUnit(
  cells: RowCells<UnitField>,
  buildingCode: string | undefined,
): UnitProposal | null {
  if (!cells.has('unitCode')) {
    const filled = unitFields.filter((field) => cells.says(field));
    if (filled.length > 0) {
      cells.findings.error(
        'REQUIRED',
        'A row that describes a unit needs its code.',
        cells.at('unitCode'),
      );
    }
    return null;
  }
  const code = cells.code('unitCode', 10);
  const category = readCategory(cells);
  const entrance = cells.code('entrance', 5) ?? null;
  const bedrooms = cells.integer('bedrooms', 0, 50) ?? null;
  const bathrooms = cells.decimal('bathrooms', 0, 50, 1) ?? null;
  if (bathrooms !== null && !Number.isInteger(bathrooms * 2)) {
    cells.findings.error('INVALID', 'Bathrooms are counted in halves.', cells.at('bathrooms'));
  }
  const areaSquareMetres = cells.decimal('area', 0.01, 1_000_000, 2) ?? null;
  const floor = cells.integer('floor', -10, 200) ?? null;
  if (category === 'APARTMENT' && buildingCode === undefined) {
    cells.findings.error(
      'RULE_BROKEN',
      'An apartment stands in a building.',
      cells.at('buildingCode'),
    );
  }
  if (category === 'HOUSE' && buildingCode !== undefined) {
    cells.findings.error(
      'RULE_BROKEN',
      'A house has no building; it is a property of its own.',
      cells.at('buildingCode'),
    );
  }
  if (entrance !== null && buildingCode === undefined) {
    cells.findings.error(
      'RULE_BROKEN',
      'An entrance belongs to a building.',
      cells.at('buildingCode'),
    );
  }
  if (code === undefined || category === undefined) return null;
  return { code, category, entrance, bedrooms, bathrooms, areaSquareMetres, floor };
}

function readCategory(cells: RowCells<UnitField>): UnitCategory | undefined {
  const text = cells.required('category', 40);
  if (text === undefined) return undefined;
  const category = UNIT_CATEGORIES.find((name) => name === text.toUpperCase());
  if (category === undefined) {
    cells.findings.error(
      'INVALID',
      `A unit is one of ${UNIT_CATEGORIES.join(', ')}. Use one of them.`,
      cells.at('category', suggestCategory(text)),
    );
  }
  return category;
}

/** The company and the property code of a row: what every row must say. */
export function readIdentity(
  cells: RowCells<UnitField>,
  companies: CompanyDirectory,
): { company: KnownCompany; code: string } | undefined {
  const company = readCompany(cells, 'company', companies);
  if (!cells.has('propertyCode')) cells.required('propertyCode', 10);
  const code = cells.code('propertyCode', 10);
  return company && code !== undefined ? { company, code } : undefined;
}
