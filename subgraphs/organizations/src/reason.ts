import { z } from 'zod';

/** Why something was done, for its history. */
export const reason = z.string().trim().max(500, 'Use at most 500 characters.').nullish();
