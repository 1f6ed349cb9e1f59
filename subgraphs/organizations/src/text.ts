import { formRules } from '@propertea/kernel';
import { z } from 'zod';

/** One line that people read: 1 to 200 characters, trimmed, none of them a control character. */
export const nameOf = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `Give the ${what} a name.`)
    .max(200, 'Use at most 200 characters.')
    .regex(/^\P{Cc}*$/u, 'Use no line breaks and no control characters.')
    .register(formRules, { format: 'line' });

/** Why something was done, for its history. */
export const reason = z.string().trim().max(500, 'Use at most 500 characters.').nullish();
