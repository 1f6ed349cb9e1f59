/** An amount of the graph, in minor units such as cents. */
export interface Money {
  amountMinor: number;
  currency: string;
}

/** How ISO 4217 says that no currency is known. */
export const NO_CURRENCY = 'XXX';

/** Digits behind the point of a currency (ISO 4217): USD 2, JPY 0. */
export function digitsOf(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

/** Minor units as what people write: 123450 of USD is `1234.50`. */
export function majorOf(minor: number, currency: string): string {
  const digits = digitsOf(currency);
  return (minor / 10 ** digits).toFixed(digits);
}

/** What people write as minor units; null for what is no amount. */
export function minorOf(text: string, currency: string): number | null {
  const amount = Number(text.trim() || Number.NaN);
  return Number.isFinite(amount) ? Math.round(amount * 10 ** digitsOf(currency)) : null;
}
