import { After, First, RequiresScope, RoomContext } from '@propertea/chassis/graph';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import {
  DeadLetterConnection,
  DeadLetterFilter,
  PurgeDeadLettersInput,
  PurgeDeadLettersPayload,
  ReplayDeadLettersInput,
  ReplayDeadLettersPayload,
} from './dead-letter.type.js';
import { listDeadLetters } from './list-dead-letters.js';
import { purgeDeadLetters } from './purge-dead-letters.js';
import { replayDeadLetters } from './replay-dead-letters.js';

@Resolver()
export class DeadLetterResolver {
  @RequiresScope('operator')
  @Query(() => DeadLetterConnection, {
    nullable: true,
    description: 'Events that rooms refused until their last try, the latest first; for operators.',
  })
  deadLetters(
    @First() first: number,
    @After() after: string | null,
    @Arg('filter', () => DeadLetterFilter, { nullable: true, description: 'Which dead letters.' })
    filter: DeadLetterFilter | null,
    @Ctx() context: RoomContext,
  ) {
    return listDeadLetters(context, { first, after, filter });
  }

  @RequiresScope('operator')
  @Mutation(() => ReplayDeadLettersPayload, {
    nullable: true,
    description: 'Delivers dead letters again, with all their tries; for operators.',
  })
  replayDeadLetters(
    @Arg('input', () => ReplayDeadLettersInput, { description: 'Which dead letters.' })
    input: ReplayDeadLettersInput,
    @Ctx() context: RoomContext,
  ) {
    return context.run(replayDeadLetters, input, (count) => ({ count }));
  }

  @RequiresScope('operator')
  @Mutation(() => PurgeDeadLettersPayload, {
    nullable: true,
    description: 'Deletes dead letters for good, with a reason; for operators.',
  })
  purgeDeadLetters(
    @Arg('input', () => PurgeDeadLettersInput, { description: 'Which dead letters, and why.' })
    input: PurgeDeadLettersInput,
    @Ctx() context: RoomContext,
  ) {
    return context.run(purgeDeadLetters, input, (count) => ({ count }));
  }
}
