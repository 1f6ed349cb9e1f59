import type { EntityManager } from '@mikro-orm/postgresql';
import type { Journal } from '@propertea/chassis/store';
import { DomainError, type Identity } from '@propertea/kernel';
import { propertyCreated, unitCreated } from '@propertea/schema/events';
import { Building } from '../building/building.entity.js';
import { Property } from '../property/property.entity.js';
import { UnitCategory } from '../unit/unit-category.js';
import { Unit } from '../unit/unit.entity.js';
import { BulkInsert } from './bulk-insert.js';
import { propertyCode } from './codes.js';
import type { KnownCompany } from './company-names.js';
import { type KnownUnit, propertyDifference, unitDifference } from './differences.js';
import { keyOf } from './file-memory.js';
import type { RowFindings } from './finding.js';
import { mayImportInto } from './import.policy.js';
import { NewBuildings } from './new-buildings.js';
import type { PortfolioRow } from './portfolio-reader.js';
import { KnownProperties, loadParts, type PropertyState } from './property-state.js';
import { buildingFactsOf, propertyFactsOf, unitFactsOf } from './proposed-facts.js';
import type { PropertyProposal, RowProposal, UnitProposal } from './proposal.js';

/** A row that may be written, and the property that it is about where that existed before. */
interface Candidate {
  row: PortfolioRow;
  proposal: RowProposal;
  old: PropertyState | undefined;
}

/** Property id and unit code → the live unit. */
type KnownUnits = ReadonlyMap<string, KnownUnit>;

const MEND = 'Change it in the portfolio, or mend the row.';

/**
 * Compares the rows of a file with the portfolio and adds what is not there, batch by batch. The
 * entities check every object; nothing that exists is changed. A dry run compares only.
 */
export class PortfolioWriter {
  readonly created = { propertiesCreated: 0, buildingsCreated: 0, unitsCreated: 0 };
  readonly #properties: BulkInsert<Property>;
  readonly #units: BulkInsert<Unit>;
  readonly #buildings: NewBuildings;
  /** What this import made, by the file's own key. */
  readonly #made = new Map<string, PropertyState>();

  private constructor(
    private readonly em: EntityManager,
    private readonly journal: Journal,
    private readonly identity: Identity,
    private readonly known: KnownProperties,
    private readonly isDryRun: boolean,
  ) {
    this.#properties = new BulkInsert(em, Property, propertyCreated);
    this.#units = new BulkInsert(em, Unit, unitCreated);
    this.#buildings = new NewBuildings(em);
  }

  static async open(
    em: EntityManager,
    journal: Journal,
    identity: Identity,
    options: { companies: readonly KnownCompany[]; isDryRun: boolean },
  ): Promise<PortfolioWriter> {
    const companyIds = options.companies.map(({ id }) => id);
    const known = await KnownProperties.load(em, String(identity.organizationId), companyIds);
    return new PortfolioWriter(em, journal, identity, known, options.isDryRun);
  }

  /** Returns how many rows added something; what is wrong with a row is added to its findings. */
  async write(rows: readonly PortfolioRow[]): Promise<number> {
    const candidates = rows.flatMap((row): Candidate[] =>
      row.proposal ? [{ row, proposal: row.proposal, old: this.#find(row.proposal) }] : [],
    );
    const organizationId = String(this.identity.organizationId);
    await loadParts(
      this.em,
      organizationId,
      candidates.flatMap(({ old }) => old ?? []),
    );
    const units = await this.#knownUnits(candidates);
    let accepted = 0;
    for (const candidate of candidates) if (this.#take(candidate, units)) accepted++;
    if (!this.isDryRun) await this.#flush();
    return accepted;
  }

  /** Writes what could be said of buildings only now: their entrances and their history. */
  async finish(): Promise<void> {
    if (this.isDryRun) return;
    await this.#buildings.finish(this.journal);
    await this.journal.write();
  }

  #find({ property, propertyKey }: RowProposal): PropertyState | undefined {
    if (this.#made.has(propertyKey)) return undefined;
    const { company, code } = property;
    const byCode = code === null ? undefined : this.known.byCode(company.id, code);
    const state = byCode ?? this.known.byKey(keyOf(property));
    return state?.isOld ? state : undefined;
  }

  #take({ row, proposal, old }: Candidate, units: KnownUnits): boolean {
    const { findings } = row;
    if (!this.#mayWrite(proposal, old)) {
      findings.error(
        'NOT_PERMITTED',
        'Your role does not reach there. Leave the row out, or ask an administrator.',
      );
      return false;
    }
    if (old) this.#compare(old, proposal, findings);
    // A row that says all of a property that exists has nothing to add to it.
    if (findings.rejected || (old && proposal.isWhole)) return false;
    try {
      return this.#add(proposal, old, units, findings);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      findings.error('RULE_BROKEN', error.message);
      return false;
    }
  }

  #mayWrite({ property, propertyKey }: RowProposal, old: PropertyState | undefined): boolean {
    const companyId = property.company.id;
    const propertyId = old?.property.id ?? this.#made.get(propertyKey)?.property.id;
    return mayImportInto(this.identity, {
      companyId,
      ...(propertyId !== undefined && { propertyId }),
    });
  }

  #compare({ property, units }: PropertyState, proposal: RowProposal, findings: RowFindings): void {
    const differs = (what: string): void =>
      findings.error('PROPERTY_DIFFERS', `The portfolio has this property with ${what}.`, {
        suggestion: MEND,
      });
    if (property.isRetired) {
      findings.error('PROPERTY_DIFFERS', 'The portfolio has this property, but it is retired.', {
        suggestion: 'Restore it first.',
      });
      return;
    }
    const says = proposal.property;
    if (says.code !== null && says.code !== property.code)
      return differs(`the code ${property.code}`);
    const difference = propertyDifference(property, says);
    if (difference !== undefined) differs(difference);
    else if (proposal.isWhole && units !== proposal.units.length)
      differs(`${units} units instead of ${proposal.units.length}`);
  }

  /** True where the row added something. */
  #add(
    proposal: RowProposal,
    old: PropertyState | undefined,
    units: KnownUnits,
    findings: RowFindings,
  ): boolean {
    const made = this.#made.get(proposal.propertyKey);
    const state = old ?? made ?? this.#newProperty(proposal.property);
    const buildings = (state.buildings ??= new Map());
    const known = proposal.building && buildings.get(proposal.building.code);
    if (
      known &&
      proposal.building &&
      proposal.building.name !== null &&
      proposal.building.name !== known.name
    ) {
      findings.error(
        'BUILDING_DIFFERS',
        `The portfolio has building ${known.code} with another name.`,
        { suggestion: MEND },
      );
      return false;
    }
    const building =
      known ??
      (proposal.building && Building.create(state.property, buildingFactsOf(proposal.building)));
    const isNewBuilding = building !== null && !known;
    const created: Unit[] = [];
    for (const unit of proposal.units) {
      const before = state.isOld ? units.get(`${state.property.id}\n${unit.code}`) : undefined;
      if (before) {
        const difference = unitDifference(before, unit, building);
        if (difference === undefined) continue;
        findings.error('UNIT_DIFFERS', `The portfolio has this unit with ${difference}.`, {
          suggestion: MEND,
        });
        return false;
      }
      const mayAddEntrance = isNewBuilding || this.#buildings.has(building);
      created.push(this.#newUnit(state, building, unit, created.length, mayAddEntrance));
    }
    if (!old && !made) this.#keepProperty(proposal.propertyKey, state);
    if (building && isNewBuilding) {
      buildings.set(building.code, building);
      this.#buildings.add(building);
      this.created.buildingsCreated++;
    }
    for (const unit of created) this.#keepUnit(state, unit);
    return (!old && !made) || isNewBuilding || created.length > 0;
  }

  #newProperty(proposal: PropertyProposal): PropertyState {
    const { company, name, street } = proposal;
    const code =
      proposal.code ??
      propertyCode(name, street, (taken) => this.known.isCodeTaken(company.id, taken));
    const owner = {
      id: company.id,
      organizationId: String(this.identity.organizationId),
      isRetired: false,
    };
    const property = Property.create(owner, propertyFactsOf(proposal, code));
    return { property, isOld: false, buildings: new Map(), units: 0, houses: 0 };
  }

  #newUnit(
    state: PropertyState,
    building: Building | null,
    proposal: UnitProposal,
    beside: number,
    mayAddEntrance: boolean,
  ): Unit {
    const { entrance } = proposal;
    const isNewEntrance =
      entrance !== null && building !== null && mayAddEntrance && !building.hasEntrance(entrance);
    if (isNewEntrance) building.addEntrance({ code: entrance });
    try {
      const neighbours = { units: state.units + beside, houses: state.houses };
      const unit = Unit.create(
        { property: state.property, building, neighbours },
        unitFactsOf(proposal),
      );
      if (isNewEntrance) this.#buildings.changed(building);
      return unit;
    } catch (error) {
      if (isNewEntrance) building.removeEntrance(entrance, 0);
      throw error;
    }
  }

  #keepProperty(key: string, state: PropertyState): void {
    this.#made.set(key, state);
    this.known.add(state);
    this.#properties.add(state.property);
    this.created.propertiesCreated++;
  }

  #keepUnit(state: PropertyState, unit: Unit): void {
    state.units++;
    if (unit.category === UnitCategory.HOUSE) state.houses++;
    this.#units.add(unit);
    this.created.unitsCreated++;
  }

  async #flush(): Promise<void> {
    await this.#properties.write();
    await this.#buildings.write();
    await this.#units.write();
    this.#properties.record(this.journal);
    this.#units.record(this.journal);
    await this.journal.write();
  }

  async #knownUnits(candidates: readonly Candidate[]): Promise<KnownUnits> {
    const wanted = candidates.flatMap(({ proposal, old }) =>
      old && !proposal.isWhole
        ? proposal.units.map(({ code }) => ({ property_id: old.property.id, code }))
        : [],
    );
    if (wanted.length === 0) return new Map();
    const rows = await this.em.execute<(KnownUnit & { key: string })[]>(
      /* sql */ `
      select u.property_id || E'\\n' || u.code as key, u.category, u.building_id as "buildingId",
        u.entrance_code as "entranceCode", u.bedrooms, u.bathroom_halves::float8 / 2 as bathrooms,
        u.area_square_decimetres::float8 / 100 as "areaSquareMetres", u.floor
      from jsonb_to_recordset(?::jsonb) as wanted (property_id uuid, code text)
      join properties.units u on u.organization_id = ? and u.property_id = wanted.property_id
        and u.code = wanted.code and u.retired_at is null`,
      [JSON.stringify(wanted), this.identity.organizationId],
    );
    return new Map(rows.map(({ key, ...unit }) => [key, unit]));
  }
}
