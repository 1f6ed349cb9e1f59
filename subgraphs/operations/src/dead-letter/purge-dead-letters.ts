import { defineCommand } from '@propertea/chassis/store';
import { z } from 'zod';
import { deadLettersFor } from '../settings.js';
import { DeadLetterDecision } from './dead-letter-decision.entity.js';
import { operatorOf } from './dead-letter.policy.js';
import { choiceOf, saysWhich, selection, WHICH } from './selection.js';

const reason = z
  .string()
  .trim()
  .min(1, 'Say why they are deleted.')
  .max(500, 'Use at most 500 characters.');

/** Deletes dead letters for good, with a reason. */
export const purgeDeadLetters = defineCommand({
  name: 'purgeDeadLetters',
  input: z.object({ ...selection, reason }).refine(saysWhich, WHICH),
  async run({ input, em, identity, audit, settings }) {
    const userId = operatorOf(identity);
    const letters = await deadLettersFor(settings, em).purge(choiceOf(input));
    const room = input.room ?? null;
    const decision = { userId, decision: 'PURGE' as const, room, reason: input.reason, letters };
    const taken = DeadLetterDecision.take(decision);
    em.persist(taken);
    audit(taken, 'dead-letters.purged', { personId: userId, reason: input.reason });
    return letters;
  },
});
