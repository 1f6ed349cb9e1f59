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

/** `numerator ÷ denominator` as a whole number, half away from zero (R5); the denominator is above zero. */
export function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const half = numerator < 0n ? -denominator : denominator;
  return (numerator * 2n + half) / (denominator * 2n);
}

/**
 * Splits whole minor units by weights (not negative, one of them above zero) so that the parts sum to the
 * whole: each gets its share rounded towards zero, and what is left goes unit by unit to the largest
 * remainders, the first of equals before the others (R5).
 */
export function splitMinor(totalMinor: number, weights: readonly number[]): number[] {
  const total = BigInt(Math.abs(totalMinor));
  const sum = weights.reduce((added, weight) => added + BigInt(weight), 0n);
  if (sum <= 0n || weights.some((weight) => weight < 0)) {
    throw new RangeError('Weights are not negative, and one of them is above zero.');
  }
  const shares = weights.map((weight, index) => {
    const product = total * BigInt(weight);
    return { index, part: product / sum, remainder: product % sum };
  });
  const left = Number(total - shares.reduce((added, { part }) => added + part, 0n));
  const lucky = new Set(
    shares
      .toSorted((a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder))
      .slice(0, left)
      .map(({ index }) => index),
  );
  const sign = Math.sign(totalMinor);
  return shares.map(({ index, part }) => sign * (Number(part) + (lucky.has(index) ? 1 : 0)) || 0);
}

/** The sums of amounts, one per currency in the order of their codes (R5). RangeError beyond 2^53 − 1. */
export function totalsOf(amounts: Iterable<Money>): Money[] {
  const totals = new Map<string, bigint>();
  for (const { amountMinor, currency } of amounts) {
    totals.set(currency, (totals.get(currency) ?? 0n) + BigInt(amountMinor));
  }
  return [...totals]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => ({ amountMinor: safeMinor(sum), currency }));
}

/** Minor units as a number; RangeError beyond 2^53 − 1. */
export function safeMinor(amount: bigint): number {
  const number = Number(amount);
  if (!Number.isSafeInteger(number)) throw new RangeError('The amount is too large.');
  return number;
}
