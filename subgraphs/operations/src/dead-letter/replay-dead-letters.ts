import { defineCommand } from '@propertea/chassis/store';
import { z } from 'zod';
import { deadLettersFor } from '../settings.js';
import { DeadLetterDecision } from './dead-letter-decision.entity.js';
import { operatorOf } from './dead-letter.policy.js';
import { choiceOf, saysWhich, selection, WHICH } from './selection.js';

/** Gives dead letters all their tries again. Letters that are dead no more are left alone. */
export const replayDeadLetters = defineCommand({
  name: 'replayDeadLetters',
  input: z.object(selection).refine(saysWhich, WHICH),
  async run({ input, em, identity, audit, settings }) {
    const userId = operatorOf(identity);
    const letters = await deadLettersFor(settings, em).replay(choiceOf(input));
    const room = input.room ?? null;
    const decision = { userId, decision: 'REPLAY' as const, room, reason: null, letters };
    const taken = DeadLetterDecision.take(decision);
    em.persist(taken);
    audit(taken, 'dead-letters.replayed', { personId: userId });
    return letters;
  },
});
