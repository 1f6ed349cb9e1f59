import type { EntityManager } from '@mikro-orm/postgresql';
import { Building } from '../building/building.entity.js';
import { Property } from '../property/property.entity.js';
import { naturalKey } from './address.js';

/** A property as an import sees it: as it stands in the portfolio, or as this import made it. */
export interface PropertyState {
  property: Property;
  /** False where this import made it. */
  isOld: boolean;
  /** By code; of an old property once `loadParts` has run. */
  buildings: Map<string, Building> | null;
  /** Live units and houses among them, those of this import included. */
  units: number;
  houses: number;
}

/** The properties of the companies that an import may write to, found by code and by natural key. */
export class KnownProperties {
  readonly #byKey = new Map<string, PropertyState>();
  readonly #byCode = new Map<string, PropertyState>();

  /** Loads what is there; live properties hide retired ones of the same key or code. */
  static async load(
    em: EntityManager,
    organizationId: string,
    companyIds: string[],
  ): Promise<KnownProperties> {
    const known = new KnownProperties();
    const properties = await em.find(
      Property,
      { organizationId, companyId: { $in: companyIds } },
      { orderBy: { id: 'ASC' }, disableIdentityMap: true },
    );
    const [live, retired] = [
      properties.filter((one) => !one.isRetired),
      properties.filter((one) => one.isRetired),
    ];
    for (const property of [...retired, ...live]) {
      known.add({ property, isOld: true, buildings: null, units: property.unitCount, houses: 0 });
    }
    return known;
  }

  add(state: PropertyState): void {
    const { companyId, name, addressLine1, postalCode, code } = state.property;
    this.#byKey.set(naturalKey(companyId, name, addressLine1, postalCode), state);
    // Codes are unique among live properties only.
    if (!state.property.isRetired) this.#byCode.set(`${companyId}\n${code}`, state);
  }

  byKey(key: string): PropertyState | undefined {
    return this.#byKey.get(key);
  }

  byCode(companyId: string, code: string): PropertyState | undefined {
    return this.#byCode.get(`${companyId}\n${code}`);
  }

  isCodeTaken(companyId: string, code: string): boolean {
    return this.#byCode.has(`${companyId}\n${code}`);
  }
}

/** Loads the live buildings of old properties, and how many houses they have; once a property. */
export async function loadParts(
  em: EntityManager,
  organizationId: string,
  states: Iterable<PropertyState>,
): Promise<void> {
  const missing = new Map<string, PropertyState>();
  for (const state of states) if (state.buildings === null) missing.set(state.property.id, state);
  if (missing.size === 0) return;
  const ids = [...missing.keys()];
  for (const state of missing.values()) state.buildings = new Map();
  const buildings = await em.find(
    Building,
    { organizationId, propertyId: { $in: ids }, retiredAt: null },
    { disableIdentityMap: true },
  );
  for (const building of buildings) {
    missing.get(building.propertyId)?.buildings?.set(building.code, building);
  }
  const houses = await em.execute<{ propertyId: string; houses: number }[]>(
    /* sql */ `
    select property_id as "propertyId", count(*)::int as houses from properties.units
    where organization_id = ? and property_id = any (?::uuid[]) and category = 'HOUSE' and retired_at is null
    group by property_id`,
    [organizationId, `{${ids.join(',')}}`],
  );
  for (const row of houses) {
    const state = missing.get(row.propertyId);
    if (state) state.houses = row.houses;
  }
}
