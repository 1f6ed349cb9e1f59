import { connectionOf, LocalDate, sortInput } from '@propertea/chassis/graph';
import { Arg, Field, ID, InputType, Int } from 'type-graphql';
import { UnitCategory } from '../terms.js';
import { RentableUnitObject } from './rentable-unit.type.js';

export const RentableUnitConnection = connectionOf(() => RentableUnitObject, 'RentableUnit');

const RentableUnitSort = sortInput('RentableUnit', {
  CODE: 'By code.',
  BASE_RENT: 'By expected rent; those without one come last.',
  AVAILABLE_FROM:
    'By the day from which on nothing holds it; those of which no end is in sight come last.',
});

@InputType({ description: 'Which rentable units to list; every condition must hold.' })
export class RentableUnitFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words, in any case and without accents: each begins the code of the unit or a word of code or name of its property, or is the code of the company. A reference such as "COMPANY-PROP-B-UNIT" finds by its codes.',
  })
  search?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Units of these companies, up to 100.' })
  companyIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Units of this property.' })
  propertyId?: string | null;

  @Field(() => [UnitCategory], { nullable: true, description: 'Units of these categories.' })
  categories?: UnitCategory[] | null;

  @Field(() => Int, { nullable: true, description: 'At least so many bedrooms.' })
  minBedrooms?: number | null;

  @Field(() => Int, { nullable: true, description: 'At most so many bedrooms.' })
  maxBedrooms?: number | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Units that can be let and are held by nothing on this day.',
  })
  availableOn?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Retired ones (true), live ones (false) or both (null).',
  })
  isRetired?: boolean | null;
}

export const RentableUnitFilterArg = (): ParameterDecorator =>
  Arg('filter', () => RentableUnitFilter, {
    nullable: true,
    description: 'Which units; live ones unless it says otherwise.',
  }) as ParameterDecorator;

export const RentableUnitSortArg = (): ParameterDecorator =>
  Arg('sort', () => RentableUnitSort, {
    nullable: true,
    description: 'In which order; by code unless said otherwise.',
  }) as ParameterDecorator;
