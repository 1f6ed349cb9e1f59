import { z } from 'zod';
import { formRules } from './form-rule.js';

/** A calendar day without time or zone: `2026-02-28`. */
export type LocalDate = string & { readonly LocalDate: unique symbol };

export const localDate = z
  .string()
  .refine(isLocalDate, 'Use a date of the calendar as YYYY-MM-DD.')
  .register(formRules, { format: 'date' })
  .transform((text) => text);

export function isLocalDate(text: string): text is LocalDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The calendar day at an instant in an IANA time zone. */
export function localDateAt(instant: Date, timeZone: string): LocalDate {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant) as LocalDate;
}

/** Beyond it the runtime's own look-up takes minutes. */
const MAX_ZONE_CHARACTERS = 64;

export const timeZone = z
  .string()
  .refine(isTimeZone, {
    error: 'Use a time zone of the IANA database, such as America/Chicago.',
  })
  .register(formRules, { format: 'time-zone', maxLength: MAX_ZONE_CHARACTERS });

export function isTimeZone(name: string): boolean {
  if (name.length > MAX_ZONE_CHARACTERS) return false;
  if (!/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
