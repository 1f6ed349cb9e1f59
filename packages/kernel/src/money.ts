import { z } from 'zod';
import { formRules } from './form-rule.js';

export const currencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/, 'Use the three capital letters of ISO 4217, such as USD.')
  .refine(isCurrency, 'This is not a currency of ISO 4217.')
  .register(formRules, { format: 'currency' });

/** An amount in whole minor units (cents) of one currency of ISO 4217. */
export interface Money {
  amountMinor: number;
  currency: string;
}

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code);
}

/** Digits after the point in one unit of the currency (ISO 4217): USD 2, JPY 0, BHD 3. */
export function currencyExponent(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
      .maximumFractionDigits ?? 2
  );
}
