import type { Building } from '../building/building.entity.js';
import type { Property } from '../property/property.entity.js';
import { normalAddress, normalName } from './address.js';
import type { PropertyProposal, UnitProposal } from './proposal.js';

type Fact = string | number | null;

/** `type SENIOR instead of MULTIFAMILY`: what the portfolio has and what the file says. */
function difference(what: string, has: Fact, says: Fact): string {
  return `${what} ${shownFact(has)} instead of ${shownFact(says)}`;
}

function shownFact(value: Fact): string {
  return value === null ? 'nothing' : String(value);
}

/** In what a property of the portfolio differs from a file; the first thing that matters to a person. */
export function propertyDifference(property: Property, says: PropertyProposal): string | undefined {
  if (normalName(property.name) !== normalName(says.name))
    return difference('name', property.name, says.name);
  if (normalAddress(property.addressLine1) !== normalAddress(says.street)) {
    return difference('address', property.addressLine1, says.street);
  }
  const facts = [
    ['type', property.type, says.type],
    ['postal code', property.postalCode, says.postalCode],
    ['city', property.city, says.city],
    ['region', property.region, says.region],
    ['country', property.country, says.country],
    ['latitude', property.latitude, says.latitude],
    ['longitude', property.longitude, says.longitude],
    ['jurisdiction', property.jurisdiction, says.jurisdiction],
    ['time zone', property.timeZone, says.timeZone],
  ] as const;
  const found = facts.find(([, has, file]) => has !== file);
  return found && difference(found[0], found[1], found[2]);
}

/** A unit of the portfolio as far as a file can say it. */
export interface KnownUnit {
  category: string;
  buildingId: string | null;
  entranceCode: string | null;
  bedrooms: number | null;
  bathrooms: number | null;
  areaSquareMetres: number | null;
  floor: number | null;
}

export function unitDifference(
  unit: KnownUnit,
  says: UnitProposal,
  building: Building | null,
): string | undefined {
  const facts = [
    ['category', unit.category, says.category],
    ['building', unit.buildingId, building?.id ?? null],
    ['entrance', unit.entranceCode, says.entrance],
    ['bedrooms', unit.bedrooms, says.bedrooms],
    ['bathrooms', unit.bathrooms, says.bathrooms],
    ['area', unit.areaSquareMetres, says.areaSquareMetres],
    ['floor', unit.floor, says.floor],
  ] as const;
  const found = facts.find(([, has, file]) => has !== file);
  if (!found) return undefined;
  return found[0] === 'building' ? 'another building' : difference(found[0], found[1], found[2]);
}
