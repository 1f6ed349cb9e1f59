import {
  Authenticated,
  CacheControl,
  connectionOf,
  DateTime,
  EntityType,
  Public,
  sortInput,
} from '@propertea/chassis/graph';
import { Arg, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AddressObject, CoordinatesObject } from '../address/address.type.js';
import { PropertyType, propertyTypeDescriptions } from './property-type.js';

registerEnumType(PropertyType, {
  name: 'PropertyType',
  description: 'For whom or what a property is meant.',
  valuesConfig: Object.fromEntries(
    Object.values(PropertyType).map((type) => [
      type,
      { description: propertyTypeDescriptions[type] },
    ]),
  ),
});

@Public()
@EntityType()
@Authenticated()
@CacheControl({ maxAge: 60 })
@ObjectType('Property', {
  description: 'What a company owns at one place: land with buildings, or one house.',
})
export class PropertyObject {
  @Field(() => ID, { description: 'Identifies the property.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change; give it back to change it.' })
  version!: number;

  @Field(() => String, { description: 'Its code, unique among the live ones of its company.' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => PropertyType, { description: 'For whom or what it is meant.' })
  type!: PropertyType;

  @Field(() => AddressObject, { description: 'Where mail goes; buildings and units inherit it.' })
  address!: AddressObject;

  @Field(() => CoordinatesObject, { nullable: true, description: 'Where it is on the map.' })
  coordinates!: CoordinatesObject | null;

  @Field(() => String, {
    description: 'Which laws hold there: a country of ISO 3166-1 or a part of one of ISO 3166-2.',
  })
  jurisdiction!: string;

  @Field(() => String, {
    description: 'Time zone of its business dates, by its IANA name.',
  })
  timeZone!: string;

  @Field(() => Int, { description: 'How many live units it has.' })
  unitCount!: number;

  @Field(() => Boolean, { description: 'Whether it was retired.' })
  isRetired!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it was retired.' })
  retiredAt!: Date | null;

  @Field(() => DateTime, { description: 'When it was created.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When it was last changed.' })
  updatedAt!: Date;
}

export const PropertyConnection = connectionOf(() => PropertyObject, 'Property', {
  cache: { maxAge: 60 },
});

const PropertySort = sortInput('Property', {
  NAME: 'By name, as people sort names.',
  CODE: 'By code.',
  CITY: 'By city, as people sort names.',
  COMPANY: 'By code of the company, then by its own.',
  CREATED_AT: 'By time of creation.',
  UPDATED_AT: 'By time of the last change.',
  UNIT_COUNT: 'By the number of live units.',
});

@InputType({ description: 'Which properties to list; every condition must hold.' })
export class PropertyFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words, in any case and without accents: each begins a word of code, name or address, or is the code of the company. "COMPANY-PROP" finds by the codes of company and property, the last of them by its beginning.',
  })
  search?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Properties of these companies, up to 100.' })
  companyIds?: string[] | null;

  @Field(() => [PropertyType], { nullable: true, description: 'Properties of these types.' })
  types?: PropertyType[] | null;

  @Field(() => String, { nullable: true, description: 'The city, in any case.' })
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'The postal code.' })
  postalCode?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Properties that are on the map (true) or are not (false).',
  })
  hasCoordinates?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Properties with live units (true) or without any (false).',
  })
  hasUnits?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Retired ones (true), live ones (false) or both (null).',
  })
  isRetired?: boolean | null;
}

export const PropertyFilterArg = (): ParameterDecorator =>
  Arg('filter', () => PropertyFilter, {
    nullable: true,
    description: 'Which properties; live ones unless it says otherwise.',
  }) as ParameterDecorator;

export const PropertySortArg = (): ParameterDecorator =>
  Arg('sort', () => PropertySort, {
    nullable: true,
    description: 'In which order; by name unless said otherwise.',
  }) as ParameterDecorator;
