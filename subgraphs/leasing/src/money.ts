import type { Money } from '@propertea/kernel';
import { z } from 'zod';

/** An amount in minor units as money; null stays null. */
export function moneyOf(amountMinor: number | null, currency: string): Money | null {
  return amountMinor === null ? null : { amountMinor, currency };
}

/** An amount in minor units as a caller gives it, up to 2^53 − 1. */
export const amountMinor = z
  .number()
  .int('Use a whole number of minor units, such as cents.')
  .min(0, 'An amount is not below zero.')
  .max(Number.MAX_SAFE_INTEGER);
