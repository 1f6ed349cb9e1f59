import { Public } from '@propertea/chassis/graph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { AddressInput } from '../address/address.type.js';
import { UserError } from '../errors.js';
import { BuildingObject } from './building.type.js';

@InputType({ description: 'A new building.' })
export class CreateBuildingInput {
  @Field(() => ID, { description: 'In which property.' })
  propertyId!: string;

  @Field(() => String, {
    description: '1 to 5 capital letters and digits, unique among the live ones of the property.',
  })
  code!: string;

  @Field(() => String, { nullable: true, description: 'Its name, up to 200 characters.' })
  name?: string | null;

  @Field(() => AddressInput, {
    nullable: true,
    description: 'Its own address, where it differs from the property.',
  })
  address?: AddressInput | null;
}

@InputType()
abstract class OneBuilding {
  @Field(() => ID, { description: 'Which building.' })
  buildingId!: string;

  @Field(() => Int, { description: 'The version that was loaded.' })
  version!: number;
}

@InputType({ description: 'A building and what to change; what is left out stays, null removes.' })
export class ChangeBuildingInput extends OneBuilding {
  @Field(() => String, { nullable: true, description: '1 to 5 capital letters and digits.' })
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'Its name, up to 200 characters.' })
  name?: string | null;

  @Field(() => AddressInput, {
    nullable: true,
    description: 'Its own address; null gives it that of the property.',
  })
  address?: AddressInput | null;
}

@InputType({ description: 'A building to retire.' })
export class RetireBuildingInput extends OneBuilding {
  @Field(() => String, { nullable: true, description: 'Why, up to 500 characters.' })
  reason?: string | null;
}

@InputType({ description: 'A building to restore.' })
export class RestoreBuildingInput extends OneBuilding {
  @Field(() => String, {
    nullable: true,
    description: 'Another code, where its own was taken in the meantime.',
  })
  code?: string | null;
}

@InputType()
abstract class EntranceAttributes extends OneBuilding {
  @Field(() => String, {
    description: 'Code of the entrance: 1 to 5 capital letters and digits, unique in the building.',
  })
  code!: string;

  @Field(() => String, { nullable: true, description: 'Its name, up to 100 characters.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'House number and street, where they differ from those of the building.',
  })
  addressLine?: string | null;
}

@InputType({ description: 'A new entrance of a building.' })
export class AddEntranceInput extends EntranceAttributes {}

@InputType({ description: 'An entrance and what to change; what is left out stays, null removes.' })
export class ChangeEntranceInput extends EntranceAttributes {}

@InputType({ description: 'An entrance to remove.' })
export class RemoveEntranceInput extends OneBuilding {
  @Field(() => String, { description: 'Code of the entrance.' })
  code!: string;
}

function buildingPayload(mutation: string) {
  @Public()
  @ObjectType(`${mutation}Payload`, { description: `The answer to ${mutation}.` })
  class BuildingPayload {
    @Field(() => BuildingObject, { nullable: true, description: 'The building as it is now.' })
    building?: object | null;

    @Field(() => [UserError], { description: 'Why nothing was done; empty on success.' })
    errors!: object[];
  }
  return BuildingPayload;
}

export const CreateBuildingPayload = buildingPayload('CreateBuilding');
export const ChangeBuildingPayload = buildingPayload('ChangeBuilding');
export const RetireBuildingPayload = buildingPayload('RetireBuilding');
export const RestoreBuildingPayload = buildingPayload('RestoreBuilding');
export const AddEntrancePayload = buildingPayload('AddEntrance');
export const ChangeEntrancePayload = buildingPayload('ChangeEntrance');
export const RemoveEntrancePayload = buildingPayload('RemoveEntrance');
