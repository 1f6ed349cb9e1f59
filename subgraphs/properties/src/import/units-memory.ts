import type { CompanyDirectory } from './company-names.js';
import { AddressClaims, keyOf } from './file-memory.js';
import type { BuildingProposal, PropertyProposal, RowProposal, UnitProposal } from './proposal.js';
import { readPropertyType } from './property-type-spelling.js';
import type { RowCells } from './row-cells.js';
import type { UnitField } from './units-columns.js';
import { propertyFields, readIdentity, readProperty, readUnit } from './units-layout.js';

interface SeenProperty {
  row: number;
  property: PropertyProposal;
  /** Building code → its name and the row that said it. */
  buildings: Map<string, { row: number; name: string | null }>;
  /** Unit code → the row and what it said. */
  units: Map<string, { row: number; facts: string }>;
  houseInRow: number | null;
}

/** What the rows of a list of units have said so far; reads the next row in its light. */
export class UnitsMemory {
  readonly #properties = new Map<string, SeenProperty>();
  readonly #rejected = new Map<string, number>();
  readonly #codes = new Map<string, { row: number; code: string }>();
  readonly #claims = new AddressClaims();

  /** What the row adds; undefined where it is rejected or, with a notice, says nothing new. */
  read(cells: RowCells<UnitField>, companies: CompanyDirectory): RowProposal | undefined {
    const identity = readIdentity(cells, companies);
    if (!identity) return undefined;
    const propertyKey = `${identity.company.id}\n${identity.code}`;
    const seen = this.#properties.get(propertyKey);
    const property = seen ? this.#again(seen, cells) : this.#first(propertyKey, identity, cells);
    const building = this.#building(seen, cells);
    const unit = readUnit(cells, building?.code);
    if (unit) this.#checkUnit(seen, unit, building, cells);
    if (cells.findings.rejected || !property) {
      if (!seen && !this.#rejected.has(propertyKey))
        this.#rejected.set(propertyKey, cells.findings.row);
      return undefined;
    }
    if (!this.#keep(propertyKey, property, building, unit, cells)) return undefined;
    return { propertyKey, property, building, units: unit ? [unit] : [], isWhole: false };
  }

  #first(
    propertyKey: string,
    identity: { company: PropertyProposal['company']; code: string },
    cells: RowCells<UnitField>,
  ): PropertyProposal | undefined {
    const rejectedRow = this.#rejected.get(propertyKey);
    if (rejectedRow !== undefined && propertyFields.every((field) => !cells.says(field))) {
      cells.findings.error(
        'DEPENDS_ON_REJECTED',
        `Row ${rejectedRow}, which describes this property, was rejected.`,
        cells.at('propertyCode', `Mend row ${rejectedRow} first.`),
      );
      return undefined;
    }
    const property = readProperty(cells, identity.company, identity.code);
    const twin = property && this.#codes.get(keyOf(property));
    if (twin) {
      cells.findings.error(
        'CONFLICTING_ROW',
        `Row ${twin.row} lists this property (same company, name and address) under the code ${twin.code}.`,
        cells.at('propertyCode', twin.code),
      );
    }
    return property;
  }

  /** Below a property's first row its cells are empty or say the same. */
  #again(seen: SeenProperty, cells: RowCells<UnitField>): PropertyProposal {
    for (const field of propertyFields) {
      const said = seen.property[field];
      const text = cells.raw(field);
      if (text === '' || isSame(field, text, said)) continue;
      cells.findings.error(
        'CONFLICTING_ROW',
        `Row ${seen.row} says ${said === null ? 'nothing' : `“${said}”`} of the same property.`,
        cells.at(field, said === null ? undefined : String(said)),
      );
    }
    return seen.property;
  }

  #building(seen: SeenProperty | undefined, cells: RowCells<UnitField>): BuildingProposal | null {
    const code = cells.code('buildingCode', 5);
    const name = cells.text('buildingName', 200) ?? null;
    if (code === undefined) {
      if (cells.says('buildingName') && !cells.has('buildingCode')) {
        cells.findings.error('REQUIRED', 'A building needs its code.', cells.at('buildingCode'));
      }
      return null;
    }
    const before = seen?.buildings.get(code);
    if (before && name !== null && before.name !== name) {
      cells.findings.error(
        'CONFLICTING_ROW',
        `Row ${before.row} ${before.name === null ? 'gives this building no name' : `names this building “${before.name}”`}.`,
        cells.at('buildingName', before.name ?? undefined),
      );
    }
    return { code, name: before ? before.name : name };
  }

  #checkUnit(
    seen: SeenProperty | undefined,
    unit: UnitProposal,
    building: BuildingProposal | null,
    cells: RowCells<UnitField>,
  ): void {
    const before = seen?.units.get(unit.code);
    if (before && before.facts !== factsOf(unit, building)) {
      cells.findings.error(
        'CONFLICTING_ROW',
        `Row ${before.row} describes unit ${unit.code} differently.`,
        cells.at('unitCode', `Keep one of rows ${before.row} and ${cells.findings.row}.`),
      );
    }
    const house = seen && !before ? besideHouse(seen, unit) : null;
    if (house !== null) {
      cells.findings.error(
        'RULE_BROKEN',
        `A house is the only unit of its property; row ${house} describes another.`,
        cells.at('category'),
      );
    }
  }

  /** Remembers an accepted row; false where it said nothing new. */
  #keep(
    propertyKey: string,
    property: PropertyProposal,
    building: BuildingProposal | null,
    unit: UnitProposal | null,
    cells: RowCells<UnitField>,
  ): boolean {
    const { row } = cells.findings;
    let seen = this.#properties.get(propertyKey);
    let isNew = false;
    if (!seen) {
      seen = { row, property, buildings: new Map(), units: new Map(), houseInRow: null };
      this.#properties.set(propertyKey, seen);
      this.#codes.set(keyOf(property), { row, code: property.code ?? '' });
      this.#claims.claim(propertyKey, property, cells.findings, cells.at('street'));
      isNew = true;
    }
    if (building && !seen.buildings.has(building.code)) {
      seen.buildings.set(building.code, { row, name: building.name });
      isNew = true;
    }
    if (unit && !seen.units.has(unit.code)) {
      seen.units.set(unit.code, { row, facts: factsOf(unit, building) });
      if (unit.category === 'HOUSE') seen.houseInRow = row;
      isNew = true;
    }
    if (!isNew) {
      const before = unit ? seen.units.get(unit.code)?.row : seen.row;
      cells.findings.notice('REPEATED_ROW', `Row ${before} says the same.`);
    }
    return isNew;
  }
}

/** The row of the unit that cannot stand beside this one, because one of them is a house. */
function besideHouse(seen: SeenProperty, unit: UnitProposal): number | null {
  if (unit.category !== 'HOUSE') return seen.houseInRow;
  for (const { row } of seen.units.values()) return row;
  return null;
}

function factsOf(unit: UnitProposal, building: BuildingProposal | null): string {
  const { category, entrance, bedrooms, bathrooms, areaSquareMetres, floor } = unit;
  return [building?.code, category, entrance, bedrooms, bathrooms, areaSquareMetres, floor].join(
    '|',
  );
}

function isSame(
  field: (typeof propertyFields)[number],
  text: string,
  said: string | number | null,
): boolean {
  if (field === 'type') return readPropertyType(text)?.type === said;
  if (field === 'latitude' || field === 'longitude') return Number(text) === said;
  if (field === 'country' || field === 'jurisdiction') return text.toUpperCase() === said;
  return text === said;
}
