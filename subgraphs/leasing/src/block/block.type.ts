import {
  Authenticated,
  connectionOf,
  EntityType,
  LocalDate,
  Public,
} from '@propertea/chassis/graph';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { BlockReason } from '../terms.js';

@Public()
@EntityType()
@Authenticated()
@ObjectType('Block', { description: 'A time in which a unit is kept from being let.' })
export class BlockObject {
  @Field(() => ID, { description: 'Identifies the block.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change; give it back to change it.' })
  version!: number;

  @Field(() => BlockReason, { description: 'Why.' })
  reason!: BlockReason;

  @Field(() => String, { nullable: true, description: 'What was noted about it.' })
  note!: string | null;

  @Field(() => LocalDate, { description: 'Its first day.' })
  startsOn!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Its last day; absent where no end is in sight.',
  })
  endsOn!: string | null;

  @Field(() => Boolean, { description: 'Whether it was removed and holds the unit no more.' })
  isRemoved!: boolean;
}

export const BlockConnection = connectionOf(() => BlockObject, 'Block');
