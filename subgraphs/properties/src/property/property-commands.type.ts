import { Public } from '@propertea/chassis/graph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { AddressInput, CoordinatesInput } from '../address/address.type.js';
import { UserError } from '../errors.js';
import { PropertyType } from './property-type.js';
import { PropertyObject } from './property.type.js';

@InputType({ description: 'A new property.' })
export class CreatePropertyInput {
  @Field(() => ID, { description: 'Which company owns it.' })
  companyId!: string;

  @Field(() => String, {
    description: '1 to 10 capital letters and digits, unique among the live ones of the company.',
  })
  code!: string;

  @Field(() => String, { description: 'Its name, 1 to 200 characters.' })
  name!: string;

  @Field(() => PropertyType, { description: 'For whom or what it is meant.' })
  type!: PropertyType;

  @Field(() => AddressInput, { description: 'Where mail goes; buildings and units inherit it.' })
  address!: AddressInput;

  @Field(() => CoordinatesInput, { nullable: true, description: 'Where it is on the map.' })
  coordinates?: CoordinatesInput | null;

  @Field(() => String, { description: 'Which laws hold there, such as US-IL.' })
  jurisdiction!: string;

  @Field(() => String, { description: 'Its time zone by the IANA name, such as America/Chicago.' })
  timeZone!: string;
}

@InputType()
abstract class OneProperty {
  @Field(() => ID, { description: 'Which property.' })
  propertyId!: string;

  @Field(() => Int, { description: 'The version that was loaded.' })
  version!: number;
}

@InputType({ description: 'A property and what to change; what is left out stays.' })
export class ChangePropertyInput extends OneProperty {
  @Field(() => String, { nullable: true, description: '1 to 10 capital letters and digits.' })
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'Its name, 1 to 200 characters.' })
  name?: string | null;

  @Field(() => PropertyType, { nullable: true, description: 'For whom or what it is meant.' })
  type?: PropertyType | null;

  @Field(() => AddressInput, { nullable: true, description: 'Where mail goes, as a whole.' })
  address?: AddressInput | null;

  @Field(() => CoordinatesInput, {
    nullable: true,
    description: 'Where it is on the map; null takes it off.',
  })
  coordinates?: CoordinatesInput | null;

  @Field(() => String, { nullable: true, description: 'Which laws hold there, such as US-IL.' })
  jurisdiction?: string | null;

  @Field(() => String, { nullable: true, description: 'Its time zone by the IANA name.' })
  timeZone?: string | null;
}

@InputType({ description: 'A property to retire.' })
export class RetirePropertyInput extends OneProperty {
  @Field(() => String, { nullable: true, description: 'Why, up to 500 characters.' })
  reason?: string | null;
}

@InputType({ description: 'A property to restore.' })
export class RestorePropertyInput extends OneProperty {
  @Field(() => String, {
    nullable: true,
    description: 'Another code, where its own was taken in the meantime.',
  })
  code?: string | null;
}

function propertyPayload(mutation: string) {
  @Public()
  @ObjectType(`${mutation}Payload`, { description: `The answer to ${mutation}.` })
  class PropertyPayload {
    @Field(() => PropertyObject, { nullable: true, description: 'The property as it is now.' })
    property?: object | null;

    @Field(() => [UserError], { description: 'Why nothing was done; empty on success.' })
    errors!: object[];
  }
  return PropertyPayload;
}

export const CreatePropertyPayload = propertyPayload('CreateProperty');
export const ChangePropertyPayload = propertyPayload('ChangeProperty');
export const RetirePropertyPayload = propertyPayload('RetireProperty');
export const RestorePropertyPayload = propertyPayload('RestoreProperty');
