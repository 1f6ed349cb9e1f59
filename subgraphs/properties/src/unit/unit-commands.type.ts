import { Public } from '@propertea/chassis/graph';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { AddressInput } from '../address/address.type.js';
import { UserError } from '../errors.js';
import { UnitCategory } from './unit-category.js';
import { UnitObject } from './unit.type.js';

@InputType()
abstract class UnitAttributes {
  @Field(() => String, {
    nullable: true,
    description: 'The entrance of the building by which it is reached.',
  })
  entranceCode?: string | null;

  @Field(() => Int, { nullable: true, description: 'Bedrooms, 0 to 50; 0 is a studio.' })
  bedrooms?: number | null;

  @Field(() => Float, { nullable: true, description: 'Bathrooms, 0 to 50 in halves.' })
  bathrooms?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Area in square metres, greater than zero, up to two decimals.',
  })
  areaSquareMetres?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Floor, −10 to 200; 0 is level with the ground.',
  })
  floor?: number | null;

  @Field(() => AddressInput, {
    nullable: true,
    description: 'Its own address, where it differs from its building or property.',
  })
  address?: AddressInput | null;
}

@InputType({ description: 'A new unit.' })
export class CreateUnitInput extends UnitAttributes {
  @Field(() => ID, { description: 'In which property.' })
  propertyId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'In which building of the property; an apartment needs one, a house has none.',
  })
  buildingId?: string | null;

  @Field(() => String, {
    description: '1 to 10 capital letters and digits, unique among the live units of the property.',
  })
  code!: string;

  @Field(() => UnitCategory, { description: 'What it is.' })
  category!: UnitCategory;
}

@InputType({ description: 'A unit and what to change; what is left out stays, null removes.' })
export class ChangeUnitInput extends UnitAttributes {
  @Field(() => ID, { description: 'Which unit.' })
  unitId!: string;

  @Field(() => Int, { description: 'The version that was loaded.' })
  version!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'Another building of the same property; null takes it out of its building.',
  })
  buildingId?: string | null;

  @Field(() => String, { nullable: true, description: '1 to 10 capital letters and digits.' })
  code?: string | null;

  @Field(() => UnitCategory, { nullable: true, description: 'What it is.' })
  category?: UnitCategory | null;
}

@InputType({ description: 'A unit to retire.' })
export class RetireUnitInput {
  @Field(() => ID, { description: 'Which unit.' })
  unitId!: string;

  @Field(() => Int, { description: 'The version that was loaded.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Why, up to 500 characters.' })
  reason?: string | null;
}

@InputType({ description: 'A unit to restore.' })
export class RestoreUnitInput {
  @Field(() => ID, { description: 'Which unit.' })
  unitId!: string;

  @Field(() => Int, { description: 'The version that was loaded.' })
  version!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Another code, where its own was taken in the meantime.',
  })
  code?: string | null;
}

function unitPayload(mutation: string) {
  @Public()
  @ObjectType(`${mutation}Payload`, { description: `The answer to ${mutation}.` })
  class UnitPayload {
    @Field(() => UnitObject, { nullable: true, description: 'The unit as it is now.' })
    unit?: object | null;

    @Field(() => [UserError], { description: 'Why nothing was done; empty on success.' })
    errors!: object[];
  }
  return UnitPayload;
}

export const CreateUnitPayload = unitPayload('CreateUnit');
export const ChangeUnitPayload = unitPayload('ChangeUnit');
export const RetireUnitPayload = unitPayload('RetireUnit');
export const RestoreUnitPayload = unitPayload('RestoreUnit');
