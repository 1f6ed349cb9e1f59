import { formRules } from '@propertea/kernel';
import { z } from 'zod';
import { line } from '../text.js';

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** A country of ISO 3166-1 by its two letters. */
export const country = z
  .string()
  .refine(
    (text) => /^[A-Z]{2}$/.test(text) && regions.of(text) !== undefined,
    'Use the two capital letters of ISO 3166-1, such as US.',
  )
  .register(formRules, { format: 'country', pattern: '^[A-Z]{2}$' });

/** A country, or a part of one by ISO 3166-2. */
export const jurisdiction = z
  .string()
  .regex(
    /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/,
    'Use a country of ISO 3166-1 or a part of one of ISO 3166-2, such as US-IL.',
  );

/** Where mail goes. An absent second line or region is null. */
export const address = z.object({
  line1: line(200),
  line2: line(200)
    .nullish()
    .transform((text) => text ?? null),
  city: line(100),
  region: line(100)
    .nullish()
    .transform((text) => text ?? null),
  postalCode: line(20),
  country,
});

export type Address = z.output<typeof address>;

/** WGS 84, in degrees north and east. */
export const coordinates = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

export type Coordinates = z.output<typeof coordinates>;
