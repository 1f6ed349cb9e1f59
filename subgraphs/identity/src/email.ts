import { formRules } from '@propertea/kernel';
import { z } from 'zod';

/** Control characters, line and paragraph separators, and those that turn the direction of text. */
const INVISIBLE =
  /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

const ADDRESS =
  /^[^\s@"(),:;<>[\]\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)*[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** Whether a text holds characters that a reader cannot see or that change how the rest is shown. */
export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text);
}

/** An e-mail address as people write it: any script, at most 254 characters, trimmed. */
export const emailSchema = z
  .string()
  .max(320, { error: 'is too long', abort: true })
  .transform((text) => text.trim().normalize('NFC'))
  .refine(
    (text) =>
      text.length <= 254 && ADDRESS.test(text) && !hasInvisible(text) && !text.includes('..'),
    'is not an e-mail address',
  )
  .register(formRules, { format: 'email', maxLength: 254 });

/** What two spellings of the same address have in common; unique among people. */
export function emailKey(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}

/** The name a person goes by: one line, 1 to 200 characters of any script. */
export const nameSchema = z
  .string()
  .max(1000, { error: 'is too long', abort: true })
  .transform((text) => text.normalize('NFC').trim().replace(/\s+/gu, ' '))
  .pipe(
    z
      .string()
      .min(1, 'is missing')
      .max(200, 'is longer than 200 characters')
      .refine((text) => !hasInvisible(text), 'contains characters that cannot be shown')
      .register(formRules, { format: 'line' }),
  );
