import { AtMost, Authenticated, DateTime, LocalDate, Public } from '@propertea/chassis/graph';
import { Field, InputType, ObjectType } from 'type-graphql';
import { LeaseCommandInput, leasePayload } from '../lease/lease-command.type.js';

@Public()
@Authenticated()
@ObjectType('MoveChecklistItem', { description: 'Something to be looked after in a move.' })
export class MoveChecklistItemObject {
  @Field(() => String, { description: 'What.' })
  label!: string;

  @Field(() => Boolean, { description: 'Whether it is done.' })
  isDone!: boolean;

  @Field(() => String, { nullable: true, description: 'What was noted about it.' })
  note!: string | null;
}

@Public()
@Authenticated()
@ObjectType('MoveChecklist', {
  description: 'What is to be looked after when somebody moves in or out.',
})
export class MoveChecklistObject {
  @AtMost(50)
  @Field(() => [MoveChecklistItemObject], { description: 'The items, up to 50.' })
  items!: object[];

  @Field(() => DateTime, { nullable: true, description: 'When all of them were done.' })
  completedAt!: Date | null;
}

@InputType({ description: 'Something to be looked after in a move.' })
export class MoveChecklistItemInput {
  @Field(() => String, { description: 'What, 1 to 200 characters.' })
  label!: string;

  @Field(() => Boolean, { description: 'Whether it is done.' })
  isDone!: boolean;

  @Field(() => String, { nullable: true, description: 'What to note, up to 500 characters.' })
  note?: string | null;
}

@InputType()
abstract class MoveInput extends LeaseCommandInput {
  @Field(() => LocalDate, { description: 'When; today or earlier.' })
  on!: string;

  @Field(() => [MoveChecklistItemInput], {
    nullable: true,
    description: 'The check list, up to 50 items; as it was unless given, at first the usual one.',
  })
  items?: MoveChecklistItemInput[] | null;
}

@InputType({ description: 'A move-in.' })
export class RecordMoveInInput extends MoveInput {}

@InputType({ description: 'A move-out.' })
export class RecordMoveOutInput extends MoveInput {}

export const RecordMoveInPayload = leasePayload('recordMoveIn');
export const RecordMoveOutPayload = leasePayload('recordMoveOut');
