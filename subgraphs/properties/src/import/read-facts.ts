import type { PropertyType } from '../property/property-type.js';
import { addressKinds, AddressKind } from './address.js';
import type { CompanyDirectory, KnownCompany } from './company-names.js';
import { readPropertyType, suggestPropertyType } from './property-type-spelling.js';
import type { RowCells } from './row-cells.js';

/** The company that a cell names; a name that is not there is an error with the nearest one as suggestion. */
export function readCompany<Field extends string>(
  cells: RowCells<Field>,
  field: Field,
  companies: CompanyDirectory,
): KnownCompany | undefined {
  const text = cells.required(field, 200);
  if (text === undefined) return undefined;
  const company = companies.find(text);
  if (!company) {
    cells.findings.error(
      'COMPANY_UNKNOWN',
      'There is no company of this name or code that you may import into. Correct the cell, or create the company first.',
      cells.at(field, companies.suggest(text)),
    );
  }
  return company;
}

/** The property type that a cell names; misspellings that are known are corrected and reported. */
export function readType<Field extends string>(
  cells: RowCells<Field>,
  field: Field,
): PropertyType | undefined {
  const text = cells.required(field, 100);
  if (text === undefined) return undefined;
  const reading = readPropertyType(text);
  if (!reading) {
    cells.findings.error(
      'TYPE_UNKNOWN',
      'This property type is not known. Use one of the portfolio’s types, such as MULTIFAMILY or SENIOR.',
      cells.at(field, suggestPropertyType(text)),
    );
    return undefined;
  }
  if (reading.corrected !== undefined) {
    cells.findings.correction(
      'TYPE_CORRECTED',
      `Misspelt; read as ${reading.corrected}.`,
      cells.at(field, reading.corrected),
    );
  }
  if (reading.lost !== undefined) {
    cells.findings.notice(
      'TYPE_NARROWED',
      `Read as ${reading.type}; “${reading.lost}” is not kept.`,
      cells.at(field, reading.type),
    );
  }
  return reading.type;
}

/** Degrees north and east; null where the row has none, which is noted. */
export function readCoordinates<Field extends string>(
  cells: RowCells<Field>,
  latitudeField: Field,
  longitudeField: Field,
): { latitude: number; longitude: number } | null {
  if (!cells.has(latitudeField) && !cells.has(longitudeField)) {
    cells.findings.notice(
      'NO_COORDINATES',
      'The row has no coordinates; the property is not on the map.',
      cells.at(latitudeField),
    );
    return null;
  }
  for (const field of [latitudeField, longitudeField]) {
    if (!cells.has(field)) {
      cells.findings.error(
        'REQUIRED',
        'Coordinates come in pairs: this half is missing.',
        cells.at(field),
      );
    }
  }
  const latitude = cells.decimal(latitudeField, -90, 90, 20);
  const longitude = cells.decimal(longitudeField, -180, 180, 20);
  return latitude === undefined || longitude === undefined ? null : { latitude, longitude };
}

/** Notes that a street line is a range or several addresses; such a line is kept as it stands. */
export function noteAddress<Field extends string>(cells: RowCells<Field>, field: Field): void {
  const kinds = addressKinds(cells.raw(field));
  if (kinds.includes(AddressKind.RANGE)) {
    cells.findings.notice(
      'ADDRESS_RANGE',
      'The address is a range of house numbers; it is kept as it stands.',
      cells.at(field),
    );
  }
  if (kinds.includes(AddressKind.SEVERAL)) {
    cells.findings.notice(
      'ADDRESS_SEVERAL',
      'The cell holds several addresses; it is kept as it stands.',
      cells.at(field),
    );
  }
}
