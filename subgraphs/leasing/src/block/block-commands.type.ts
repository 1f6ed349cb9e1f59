import { LocalDate, Public } from '@propertea/chassis/graph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
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

@InputType({ description: 'A block, and what to change; what is left out stays, null removes.' })
export class ChangeBlockInput {
  @Field(() => ID, { description: 'Which block.' })
  blockId!: string;

  @Field(() => Int, { description: 'The version that was loaded.' })
  version!: number;

  @Field(() => BlockReason, { nullable: true, description: 'Why.' })
  reason?: BlockReason;

  @Field(() => String, { nullable: true, description: 'What to note, up to 1,000 characters.' })
  note?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day.' })
  startsOn?: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day; null where no end is in sight.',
  })
  endsOn?: string | null;
}

@InputType({ description: 'A block to be taken away.' })
export class RemoveBlockInput {
  @Field(() => ID, { description: 'Which block.' })
  blockId!: string;

  @Field(() => Int, { description: 'The version that was loaded.' })
  version!: number;
}

@Public()
@ObjectType({ description: 'The answer to changeBlock.' })
export class ChangeBlockPayload {
  @Field(() => BlockObject, { nullable: true, description: 'The block as it is now.' })
  block?: object | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}

@Public()
@ObjectType({ description: 'The answer to removeBlock.' })
export class RemoveBlockPayload {
  @Field(() => BlockObject, { nullable: true, description: 'The block, which holds nothing now.' })
  block?: object | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}

@Public()
@ObjectType({ description: 'The answer to blockUnit.' })
export class BlockUnitPayload {
  @Field(() => BlockObject, { nullable: true, description: 'The new block.' })
  block?: object | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}
