import type { PropertyType } from '../property/property-type.js';
import type { UnitCategory } from '../unit/unit-category.js';
import type { KnownCompany } from './company-names.js';

/** A property as a row of a list describes it, checked cell by cell; the entity checks its own rules again. */
export interface PropertyProposal {
  company: KnownCompany;
  /** Null where the list knows no codes; then one is made from name and address. */
  code: string | null;
  name: string;
  type: PropertyType;
  street: string;
  city: string;
  region: string | null;
  postalCode: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  latitude: number | null;
  longitude: number | null;
  jurisdiction: string;
  /** IANA name. */
  timeZone: string;
}

export interface BuildingProposal {
  code: string;
  name: string | null;
}

export interface UnitProposal {
  code: string;
  category: UnitCategory;
  entrance: string | null;
  bedrooms: number | null;
  bathrooms: number | null;
  areaSquareMetres: number | null;
  floor: number | null;
}

/** What one accepted row adds to the portfolio, unless it is there already. */
export interface RowProposal {
  /** The same for every row of one property in one file. */
  propertyKey: string;
  property: PropertyProposal;
  building: BuildingProposal | null;
  /** Where each unit lies: `building`. */
  units: readonly UnitProposal[];
  /** True where `units` are all the units that the property has. */
  isWhole: boolean;
}
