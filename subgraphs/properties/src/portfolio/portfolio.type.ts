import { Authenticated, Public } from '@propertea/chassis/graph';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PropertyType } from '../property/property-type.js';
import { PortfolioAttentionKind } from './attention.js';

@Public()
@Authenticated()
@ObjectType('Portfolio', {
  description: 'Everything within the reach of the caller, in numbers.',
})
export class PortfolioObject {}

@Public()
@Authenticated()
@ObjectType('PropertyTypeCount', { description: 'How many live properties there are of a type.' })
export class PropertyTypeCountObject {
  @Field(() => PropertyType, { description: 'The type.' })
  type!: PropertyType;

  @Field(() => Int, { description: 'How many live properties.' })
  count!: number;
}

registerEnumType(PortfolioAttentionKind, {
  name: 'PortfolioAttentionKind',
  description: 'What the office should look at; each is a filter of a list.',
  valuesConfig: {
    PROPERTY_WITHOUT_COORDINATES: {
      description: 'Properties that are not on the map: PropertyFilter { hasCoordinates: false }.',
    },
    PROPERTY_WITHOUT_UNITS: {
      description: 'Properties with nothing to let: PropertyFilter { hasUnits: false }.',
    },
    BUILDING_WITHOUT_UNITS: {
      description: 'Buildings with nothing to let: BuildingFilter { hasUnits: false }.',
    },
    HOME_WITHOUT_BEDROOMS: {
      description:
        'Homes of unknown size: UnitFilter { categories: [APARTMENT, HOUSE], hasBedrooms: false }.',
    },
    UNIT_WITHOUT_AREA: { description: 'Units of unknown area: UnitFilter { hasArea: false }.' },
  },
});

@Public()
@Authenticated()
@ObjectType('PortfolioAttention', {
  description: 'Something the office should look at, and how often.',
})
export class PortfolioAttentionObject {
  @Field(() => PortfolioAttentionKind, { description: 'What is missing, and of what.' })
  kind!: PortfolioAttentionKind;

  @Field(() => Int, { description: 'How many live ones there are of it.' })
  count!: number;
}
