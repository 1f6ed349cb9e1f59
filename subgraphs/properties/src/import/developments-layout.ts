import { UnitCategory } from '../unit/unit-category.js';
import { naturalKey } from './address.js';
import { ONLY_BUILDING_CODE, unitCodes } from './codes.js';
import type { CompanyDirectory } from './company-names.js';
import type { DevelopmentField } from './developments-columns.js';
import { IMPORT_LIMITS } from './limits.js';
import type { RowProposal } from './proposal.js';
import { noteAddress, readCompany, readCoordinates, readType } from './read-facts.js';
import type { RowCells } from './row-cells.js';

/** Reads one development as a property with one building and as many apartments as the row counts. */
export function readDevelopment(
  cells: RowCells<DevelopmentField>,
  companies: CompanyDirectory,
): RowProposal | undefined {
  const company = readCompany(cells, 'company', companies);
  const type = readType(cells, 'type');
  const name = cells.required('name', 200);
  const street = cells.required('street', 200);
  const postalCode = cells.required('postalCode', 10);
  if (postalCode !== undefined && !/^\d{5}(-\d{4})?$/u.test(postalCode)) {
    cells.findings.error(
      'INVALID',
      'A zip code has five digits, or nine with a hyphen.',
      cells.at('postalCode'),
    );
  }
  if (!cells.has('units')) cells.required('units', 10);
  const units = cells.integer('units', 1, IMPORT_LIMITS.unitsPerProperty);
  const coordinates = readCoordinates(cells, 'latitude', 'longitude');
  noteAddress(cells, 'street');
  if (cells.findings.rejected) return undefined;
  if (!company || !type || !name || !street || !postalCode || !units) return undefined;
  return {
    propertyKey: naturalKey(company.id, name, street, postalCode),
    property: {
      company,
      code: null,
      name,
      type,
      street,
      city: 'Chicago',
      region: 'IL',
      postalCode,
      country: 'US',
      latitude: coordinates?.latitude ?? null,
      longitude: coordinates?.longitude ?? null,
      jurisdiction: 'US-IL',
      timeZone: 'America/Chicago',
    },
    building: { code: ONLY_BUILDING_CODE, name: null },
    units: unitCodes(units).map((code) => ({
      code,
      category: UnitCategory.APARTMENT,
      entrance: null,
      bedrooms: null,
      bathrooms: null,
      areaSquareMetres: null,
      floor: null,
    })),
    isWhole: true,
  };
}
