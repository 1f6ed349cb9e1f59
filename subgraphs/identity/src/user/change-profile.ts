import { defineCommand } from '@propertea/chassis/store';
import { userChanged } from '@propertea/schema/events';
import { z } from 'zod';
import { nameSchema } from '../email.js';
import { findOneself } from './find-oneself.js';
import { asOneself } from './user.policy.js';

/** A person changes how they are called. */
export const changeProfile = defineCommand({
  name: 'changeProfile',
  input: z.object({ name: nameSchema, version: z.int().min(1) }),
  session: asOneself,
  run: async ({ input, em, identity, audit, emit }): Promise<string> => {
    const user = await findOneself(em, identity, input.version);
    if (user.name === input.name) return user.id;
    user.name = input.name;
    audit(user, 'user.changed', { personId: user.id });
    emit(userChanged, user, user.toFact());
    return user.id;
  },
});
