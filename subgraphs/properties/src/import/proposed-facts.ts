import { DomainError } from '@propertea/kernel';
import { z } from 'zod';
import { type BuildingFacts, buildingShape } from '../building/building-facts.js';
import { type PropertyFacts, propertyShape } from '../property/property-facts.js';
import { type UnitFacts, unitShape } from '../unit/unit-facts.js';
import type { BuildingProposal, PropertyProposal, UnitProposal } from './proposal.js';

const propertyFacts = z.object(propertyShape);
const buildingFacts = z.object(buildingShape);
const unitFacts = z.object(unitShape);

/** The facts as the commands of a person would have to give them; throws a DomainError where they are not so. */
export function propertyFactsOf(proposal: PropertyProposal, code: string): PropertyFacts {
  const { name, type, street, city, region, postalCode, country, jurisdiction, timeZone } =
    proposal;
  const { latitude, longitude } = proposal;
  return parsed(propertyFacts, {
    code,
    name,
    type,
    address: { line1: street, line2: null, city, region, postalCode, country },
    coordinates: latitude === null || longitude === null ? null : { latitude, longitude },
    jurisdiction,
    timeZone,
  });
}

export function buildingFactsOf({ code, name }: BuildingProposal): BuildingFacts {
  return parsed(buildingFacts, { code, name });
}

export function unitFactsOf({ entrance, ...facts }: UnitProposal): UnitFacts {
  return parsed(unitFacts, { ...facts, entranceCode: entrance });
}

function parsed<Schema extends z.ZodType>(
  schema: Schema,
  facts: z.input<Schema>,
): z.output<Schema> {
  const result = schema.safeParse(facts);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new DomainError(
    'INVALID_INPUT',
    `${issue?.path.at(-1)?.toString() ?? 'row'}: ${issue?.message ?? 'not valid'}`,
  );
}
