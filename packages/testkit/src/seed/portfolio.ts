import { type Ground, type Made, Planted } from './ground.js';
import { blockUnit, LeaseSeed, rentableUnitOf } from './leasing.js';
import { madeOf, type Stored } from './made.js';
import type { MadeOrganization } from './organization.js';

export interface MadeInOrganization extends Made {
  organization: MadeOrganization;
  version: number;
}

export interface MadeCompany extends MadeInOrganization {
  code: string;
  name: string;
}

export interface MadeProperty extends MadeInOrganization {
  company: MadeCompany;
  code: string;
}

export interface MadeBuilding extends MadeInOrganization {
  property: MadeProperty;
  /** Code of its one entrance. */
  entrance: string;
}

export interface MadeUnit extends MadeInOrganization {
  property: MadeProperty;
  building: MadeBuilding | null;
}

type Facts = Record<string, unknown>;
export class CompanySeed extends Planted<MadeCompany> {
  static sow(ground: Ground, parent: PromiseLike<MadeOrganization>, facts: Facts): CompanySeed {
    return new CompanySeed(ground, createCompany(ground, parent, facts));
  }

  property(facts: Facts = {}): PropertySeed {
    return new PropertySeed(this.ground, createProperty(this.ground, this.made, facts));
  }
}

export class PropertySeed extends Planted<MadeProperty> {
  building(facts: Facts = {}): BuildingSeed {
    return new BuildingSeed(this.ground, createBuilding(this.ground, this.made, facts));
  }

  /** A unit outside of all buildings. */
  unit(facts: Facts = {}): UnitSeed {
    return new UnitSeed(this.ground, createUnit(this.ground, this.made, null, facts));
  }
}

export class BuildingSeed extends Planted<MadeBuilding> {
  /** An apartment in this building. */
  unit(facts: Facts = {}): UnitSeed {
    const property = this.made.then((building) => building.property);
    return new UnitSeed(this.ground, createUnit(this.ground, property, this.made, facts));
  }
}

export class UnitSeed extends Planted<MadeUnit> {
  /** The unit as it is let. */
  rentableUnit(): Planted<Made> {
    return new Planted(this.ground, rentableUnitOf(this.ground, this.made));
  }

  /** A draft of a lease with one tenant and a rent. */
  lease(facts: Facts = {}): LeaseSeed {
    return LeaseSeed.sow(this.ground, this.made, facts);
  }

  /** A time, far ahead, in which the unit is kept from being let. */
  block(facts: Facts = {}): Planted<MadeInOrganization> {
    return new Planted(this.ground, blockUnit(this.ground, this.made, facts));
  }
}

async function createCompany(
  ground: Ground,
  parent: PromiseLike<MadeOrganization>,
  facts: Facts,
): Promise<MadeCompany> {
  const organization = await parent;
  const input = { code: ground.code(), name: ground.text('company'), currency: 'USD', ...facts };
  const { company } = await ground.run<{ company: Stored }>(
    organization.administrator,
    'createCompany',
    input,
    'company { id version }',
  );
  const { code, name } = input;
  return { ...madeOf('Company', company), organization, code, name };
}

async function createProperty(
  ground: Ground,
  parent: PromiseLike<MadeCompany>,
  facts: Facts,
): Promise<MadeProperty> {
  const company = await parent;
  const { organization } = company;
  // The room of properties learns of the company by its fact.
  await ground.house.settled();
  const input = {
    companyId: company.id,
    code: ground.code(),
    name: ground.text('property'),
    type: 'MULTIFAMILY',
    address: addressOf(ground),
    jurisdiction: 'US-IL',
    timeZone: 'America/Chicago',
    ...facts,
  };
  const { property } = await ground.run<{ property: Stored }>(
    organization.administrator,
    'createProperty',
    input,
    'property { id version }',
  );
  return { ...madeOf('Property', property), organization, company, code: input.code };
}

async function createBuilding(
  ground: Ground,
  parent: PromiseLike<MadeProperty>,
  facts: Facts,
): Promise<MadeBuilding> {
  const property = await parent;
  const { organization } = property;
  const input = {
    propertyId: property.id,
    code: ground.code(),
    name: ground.text('building'),
    ...facts,
  };
  const created = await ground.run<{ building: Stored }>(
    organization.administrator,
    'createBuilding',
    input,
    'building { id version }',
  );
  const entrance = ground.code();
  const { building } = await ground.run<{ building: Stored }>(
    organization.administrator,
    'addEntrance',
    { buildingId: created.building.id, version: created.building.version, code: entrance },
    'building { id version }',
  );
  return { ...madeOf('Building', building), organization, property, entrance };
}

async function createUnit(
  ground: Ground,
  parent: PromiseLike<MadeProperty>,
  within: PromiseLike<MadeBuilding> | null,
  facts: Facts,
): Promise<MadeUnit> {
  const property = await parent;
  const building = await within;
  const { organization } = property;
  const input = {
    propertyId: property.id,
    code: ground.code(),
    ...(building
      ? { buildingId: building.id, category: 'APARTMENT', entranceCode: building.entrance }
      : { category: 'OTHER' }),
    ...facts,
  };
  const { unit } = await ground.run<{ unit: Stored }>(
    organization.administrator,
    'createUnit',
    input,
    'unit { id version }',
  );
  return { ...madeOf('Unit', unit), organization, property, building };
}

function addressOf(ground: Ground) {
  return {
    line1: ground.text('street'),
    city: ground.text('city'),
    region: 'IL',
    postalCode: ground.code(),
    country: 'US',
  };
}
