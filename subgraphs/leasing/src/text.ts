import { formRules } from '@propertea/kernel';
import { z } from 'zod';

const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

/** One line of text for people, trimmed: 1 to `maximum` characters, none that cannot be printed. */
export function line(maximum: number) {
  return z
    .string()
    .max(4 * maximum, `Use at most ${maximum} characters.`)
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1, 'This must not be empty.')
        .max(maximum, `Use at most ${maximum} characters.`)
        .refine((text) => !UNPRINTABLE.test(text), 'Use one line of printable characters.')
        .register(formRules, { format: 'line' }),
    );
}

/** A code for people and labels: 1 to `maximum` of A–Z and 0–9. */
export function code(maximum: number) {
  return z
    .string()
    .regex(
      new RegExp(`^[A-Z0-9]{1,${maximum}}$`),
      `A code has 1 to ${maximum} capital letters A–Z or digits.`,
    );
}

/** Why somebody did it; kept with the history. */
export const reason = line(500).nullish();

/** Why somebody does what cannot go without a reason, up to 1,000 characters; REASON_REQUIRED where it is blank. */
export const requiredReason = z
  .string()
  .transform((text, context) => {
    if (text.trim() !== '') return text;
    const params = { userErrorCode: 'REASON_REQUIRED' };
    context.issues.push({ code: 'custom', message: 'Give a reason.', input: '', params });
    return z.NEVER;
  })
  .pipe(line(1000));

/** The version of the object that the caller has seen. */
export const version = z.int().min(1);
