import {
  Authenticated,
  CacheControl,
  connectionOf,
  DateTime,
  EntityType,
  Public,
  sortInput,
} from '@propertea/chassis/graph';
import { Arg, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UnitCategory } from './unit-category.js';

registerEnumType(UnitCategory, {
  name: 'UnitCategory',
  description: 'What a unit is; decides whether it lies in a building.',
  valuesConfig: {
    APARTMENT: { description: 'A home in a building.' },
    HOUSE: { description: 'A home of its own: in no building, the only unit of its property.' },
    COMMERCIAL: { description: 'Space for business.' },
    PARKING: { description: 'A space or garage for a vehicle.' },
    OTHER: { description: 'None of the others, such as storage.' },
  },
});

@Public()
@EntityType()
@Authenticated()
@CacheControl({ maxAge: 60 })
@ObjectType('Unit', { description: 'The smallest thing that is let, as it physically is.' })
export class UnitObject {
  @Field(() => ID, { description: 'Identifies the unit.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change; give it back to change it.' })
  version!: number;

  @Field(() => String, { description: 'Its code, unique among the live units of its property.' })
  code!: string;

  @Field(() => UnitCategory, { description: 'What it is.' })
  category!: UnitCategory;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the entrance of its building by which it is reached.',
  })
  entranceCode!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many bedrooms it has; 0 is a studio.' })
  bedrooms!: number | null;

  @Field(() => Float, { nullable: true, description: 'How many bathrooms it has, in halves.' })
  bathrooms!: number | null;

  @Field(() => Float, { nullable: true, description: 'Its area in square metres.' })
  areaSquareMetres!: number | null;

  @Field(() => Int, { nullable: true, description: 'Its floor; 0 is level with the ground.' })
  floor!: number | null;

  @Field(() => Boolean, { description: 'Whether it was retired.' })
  isRetired!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it was retired.' })
  retiredAt!: Date | null;

  @Field(() => DateTime, { description: 'When it was created.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When it was last changed.' })
  updatedAt!: Date;
}

@Public()
@Authenticated()
@CacheControl({ maxAge: 60 })
@ObjectType('UnitCategoryCount', { description: 'How many live units there are of a category.' })
export class UnitCategoryCountObject {
  @Field(() => UnitCategory, { description: 'The category.' })
  category!: UnitCategory;

  @Field(() => Int, { description: 'How many live units.' })
  count!: number;
}

export const UnitConnection = connectionOf(() => UnitObject, 'Unit', {
  cache: { maxAge: 60 },
});

const UnitSort = sortInput('Unit', {
  CODE: 'By code.',
  PROPERTY: 'By code of the property, then by its own.',
  CATEGORY: 'By category, in the order of the alphabet.',
  FLOOR: 'By floor; those without one come last.',
  BEDROOMS: 'By number of bedrooms; those of which it is not known come last.',
  AREA: 'By area; those of which it is not known come last.',
  CREATED_AT: 'By time of creation.',
  UPDATED_AT: 'By time of the last change.',
});

@InputType({ description: 'Which units to list; every condition must hold.' })
export class UnitFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words, in any case and without accents: each begins the code of the unit, or a word of code, name or address of its building or property, or is the code of the company. A reference such as "COMPANY-PROP-B-UNIT", or the end of one, finds by these codes, the last of them by its beginning.',
  })
  search?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Units of these companies, up to 100.' })
  companyIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Units of this property.' })
  propertyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Units of this building.' })
  buildingId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Units that are reached by an entrance of this code; with buildingId, by that one.',
  })
  entranceCode?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Units that name their entrance (true) or do not (false).',
  })
  hasEntrance?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Units in no building (true) or in one (false).',
  })
  isOutsideBuildings?: boolean | null;

  @Field(() => [UnitCategory], { nullable: true, description: 'Units of these categories.' })
  categories?: UnitCategory[] | null;

  @Field(() => Int, { nullable: true, description: 'At least so many bedrooms.' })
  minBedrooms?: number | null;

  @Field(() => Int, { nullable: true, description: 'At most so many bedrooms.' })
  maxBedrooms?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Units of which the number of bedrooms is known (true) or is not (false).',
  })
  hasBedrooms?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Units of which the area is known (true) or is not (false).',
  })
  hasArea?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Retired ones (true), live ones (false) or both (null).',
  })
  isRetired?: boolean | null;
}

export const UnitFilterArg = (): ParameterDecorator =>
  Arg('filter', () => UnitFilter, {
    nullable: true,
    description: 'Which units; live ones unless it says otherwise.',
  }) as ParameterDecorator;

export const UnitSortArg = (): ParameterDecorator =>
  Arg('sort', () => UnitSort, {
    nullable: true,
    description: 'In which order; by code unless said otherwise.',
  }) as ParameterDecorator;
