import { z } from 'zod';

/** What a form can check of one field of a command's input before it sends it. */
export interface FormRule {
  type?: 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';
  /** Must be there; a text that was trimmed to nothing is not. */
  required?: true;
  /** Takes null, which removes what was there. */
  nullable?: true;
  /** In characters (UTF-16), of the trimmed text. */
  minLength?: number;
  maxLength?: number;
  /** A regular expression with the flag "u", of the trimmed text. */
  pattern?: string;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  minItems?: number;
  maxItems?: number;
  enum?: readonly string[];
  /** What the text is beyond its length: line, email, country, currency, time-zone, date-time, id. */
  format?: string;
}

/** The rules of one input by path: `name`, `address.line1`, `columns[].heading`. */
export type FormRules = Record<string, FormRule>;

/**
 * What a schema's own checks (`refine`, `transform`) mean to a form, which no one can read off the
 * schema: `z.string().refine(isCountry).register(formRules, { format: 'country' })`.
 */
export const formRules = z.registry<FormRule>();
