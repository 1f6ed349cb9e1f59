import { z } from 'zod';

/** A plain UUID, as ids appear in claims, events, commands and the database. */
export const id = z.uuid();

/** Who acted. `SYSTEM` is a room by itself, in the one organization that the envelope names. */
export const persona = z.enum(['ANONYMOUS', 'PERSON', 'STAFF', 'OPERATOR', 'SYSTEM']);
