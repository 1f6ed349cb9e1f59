import { LocalDate, Public } from '@propertea/chassis/graph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../errors.js';
import { BlockReason } from '../terms.js';
import { BlockObject } from './block.type.js';

@InputType({ description: 'A time in which a unit is kept from being let.' })
export class BlockUnitInput {
  @Field(() => ID, { description: 'Which unit.' })
  rentableUnitId!: string;

  @Field(() => BlockReason, { description: 'Why.' })
  reason!: BlockReason;

  @Field(() => String, { nullable: true, description: 'What to note, up to 1,000 characters.' })
  note?: string | null;

  @Field(() => LocalDate, { description: 'The first day.' })
  startsOn!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day; absent where no end is in sight.',
  })
  endsOn?: string | null;
}

@Public()
@ObjectType({ description: 'The answer to blockUnit.' })
export class BlockUnitPayload {
  @Field(() => BlockObject, { nullable: true, description: 'The new block.' })
  block?: object | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}
