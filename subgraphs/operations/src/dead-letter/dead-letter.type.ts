import { connectionOf, DateTime, RequiresScope } from '@propertea/chassis/graph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../errors.js';

@RequiresScope('operator')
@ObjectType('DeadLetter', {
  description: 'An event that a room refused until its last try. What it says is not shown.',
})
export class DeadLetterType {
  @Field(() => ID, { description: 'Identifies the dead letter while it is dead.' })
  id!: string;

  @Field(() => String, { description: 'The room that refused it.' })
  room!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The type of the event; absent where it is no event.',
  })
  type!: string | null;

  @Field(() => ID, { nullable: true, description: 'The id of the event.' })
  eventId!: string | null;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => String, { description: 'Why the last try failed.' })
  reason!: string;

  @Field(() => DateTime, { nullable: true, description: 'When the event happened.' })
  occurredAt!: Date | null;

  @Field(() => DateTime, { description: 'When the last try failed.' })
  diedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'The request that caused the event; the same in the logs of every room.',
  })
  correlationId!: string | null;
}

export const DeadLetterConnection = connectionOf(() => DeadLetterType, 'DeadLetter', {
  isPublic: false,
});

@InputType({ description: 'Which dead letters.' })
export class DeadLetterFilter {
  @Field(() => String, { nullable: true, description: 'Those that this room refused.' })
  room?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Those of this type, such as "unit.created.v1".',
  })
  type?: string | null;
}

@InputType({ description: 'Dead letters to be delivered again: either single ones or a room’s.' })
export class ReplayDeadLettersInput {
  @Field(() => [ID], { nullable: true, description: 'These, at most 100.' })
  ids?: string[] | null;

  @Field(() => String, { nullable: true, description: 'All that this room refused.' })
  room?: string | null;
}

@InputType({ description: 'Dead letters to be deleted for good: either single ones or a room’s.' })
export class PurgeDeadLettersInput {
  @Field(() => [ID], { nullable: true, description: 'These, at most 100.' })
  ids?: string[] | null;

  @Field(() => String, { nullable: true, description: 'All that this room refused.' })
  room?: string | null;

  @Field(() => String, { description: 'Why, 1 to 500 characters; it is kept with your name.' })
  reason!: string;
}

@RequiresScope('operator')
@ObjectType({ description: 'The answer to replayDeadLetters.' })
export class ReplayDeadLettersPayload {
  @Field(() => Int, { nullable: true, description: 'How many are on their way again.' })
  count?: number | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}

@RequiresScope('operator')
@ObjectType({ description: 'The answer to purgeDeadLetters.' })
export class PurgeDeadLettersPayload {
  @Field(() => Int, { nullable: true, description: 'How many are deleted.' })
  count?: number | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}
