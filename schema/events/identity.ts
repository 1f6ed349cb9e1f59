import { defineEvent } from '@propertea/kernel';
import { z } from 'zod';
import { id } from './shapes.js';

const user = z.object({
  userId: id,
  email: z.string().min(3).max(320),
  emailVerified: z.boolean(),
  name: z.string().max(200),
});

/** A person was seen for the first time: by registration or by the first sign-in. */
export const userRegistered = defineEvent({ type: 'user.registered', version: 1, data: user });

/** The person's name, e-mail address or its verification changed; carries the state after it. */
export const userChanged = defineEvent({ type: 'user.changed', version: 1, data: user });

/** The person's data was erased; every room erases what it keeps about them. */
export const userErased = defineEvent({
  type: 'user.erased',
  version: 1,
  data: z.object({ userId: id }),
});

/** The state of a person who is there, on request, for rooms that keep copies of it. */
export const userSnapshot = defineEvent({ type: 'user.snapshot', version: 1, data: user });
