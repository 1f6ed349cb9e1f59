import { defineCommand, workerSession } from '@propertea/chassis/store';
import { z } from 'zod';
import { Operator } from './operator.entity.js';

/** Makes a person an operator of the platform; doing it twice changes nothing. */
export const appointOperator = defineCommand({
  name: 'appointOperator',
  input: z.object({ userId: z.uuid() }),
  session: ({ userId }, _identity, room) => workerSession(room, null, userId),
  async run({ input: { userId }, em, audit }) {
    if (await em.findOne(Operator, { id: userId })) return;
    const operator = Operator.appoint(userId);
    em.persist(operator);
    audit(operator, 'operator.appointed', { personId: userId });
  },
});
