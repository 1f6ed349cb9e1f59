import { formRules } from '@propertea/kernel';
import { z } from 'zod';

/** Languages that the product speaks or will speak. */
export const LOCALES = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'tr', 'uk'] as const;

export const localeSchema = z.enum(LOCALES, `must be one of ${LOCALES.join(', ')}`);

const ZONE = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/;

function isTimeZone(text: string): boolean {
  if (!ZONE.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** A time zone by its IANA name; spelling follows the database where the case differs. */
export const timeZoneSchema = z
  .string()
  .max(64, { error: 'is too long', abort: true })
  .refine(isTimeZone, 'is not a time zone of the IANA database, such as Europe/Berlin')
  .transform(
    (text) =>
      Intl.supportedValuesOf('timeZone').find(
        (zone) => zone.toLowerCase() === text.toLowerCase(),
      ) ?? text,
  )
  .register(formRules, { format: 'time-zone' });
