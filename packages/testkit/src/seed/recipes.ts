import type { Made } from './ground.js';
import type { LeaseSeed } from './leasing.js';
import type { MemberSeed, OrganizationSeed } from './organization.js';
import type { BuildingSeed, CompanySeed, PropertySeed, UnitSeed } from './portfolio.js';

/** One organization with one of everything, each made when it is first asked for. */
export class Estate {
  #company: CompanySeed | undefined;
  #property: PropertySeed | undefined;
  #building: BuildingSeed | undefined;
  #unit: UnitSeed | undefined;
  #lease: LeaseSeed | undefined;
  #member: MemberSeed | undefined;

  constructor(readonly organization: OrganizationSeed) {}

  get company(): CompanySeed {
    return (this.#company ??= this.organization.company());
  }

  get property(): PropertySeed {
    return (this.#property ??= this.company.property());
  }

  get building(): BuildingSeed {
    return (this.#building ??= this.property.building());
  }

  get unit(): UnitSeed {
    return (this.#unit ??= this.building.unit());
  }

  get lease(): LeaseSeed {
    return (this.#lease ??= this.unit.lease());
  }

  get member(): MemberSeed {
    return (this.#member ??= this.organization.member());
  }
}

/** Makes one object of a type in an estate, with everything that it needs. */
export type Recipe = (estate: Estate) => PromiseLike<Made>;

/**
 * How one object of each type comes to be. The isolation suite asks for every type that has a `@key`,
 * and fails for one that is not here: whoever adds an entity to the graph adds its recipe.
 */
export const recipes: Readonly<Record<string, Recipe>> = {
  Organization: ({ organization }) => organization,
  Company: ({ company }) => company,
  Member: ({ member }) => member,
  Grant: ({ member }) => member.grant(),
  Invitation: ({ organization }) => organization.invitation(),
  ViewAs: ({ member }) => member.viewAs(),
  ApiClient: ({ organization }) => organization.apiClient(),
  ApiKey: ({ organization }) => organization.apiClient().key(),
  User: ({ member }) => member.user(),
  Property: ({ property }) => property,
  Building: ({ building }) => building,
  Unit: ({ unit }) => unit,
  Import: ({ organization }) => organization.import(),
  RentableUnit: ({ unit }) => unit.rentableUnit(),
  Block: ({ unit }) => unit.block(),
  Lease: ({ lease }) => lease,
  Tenancy: ({ lease }) => lease.tenancy(),
  LeaseParty: ({ lease }) => lease.party(),
  ChargeTemplate: ({ lease }) => lease.chargeTemplate(),
  RentChange: ({ lease }) => lease.rentChange(),
  RenewalOffer: ({ lease }) => lease.renewalOffer(),
};
