import type { ChargeCycle, ChargeKind, ProrationMethod } from '../terms.js';

/** Days from `startsOn` on and before `endsBefore`, half-open as in store; never empty. */
export interface Days {
  startsOn: string;
  endsBefore: string;
}

/** From `effectiveOn` on a charge costs this much a period, in minor units. */
export interface AmountChange {
  effectiveOn: string;
  amountMinor: number;
}

/** What has to be known of a charge to say when it is due and what it costs; amounts in minor units. */
export interface ChargeTerms {
  kind: `${ChargeKind}`;
  label: string;
  /** Of a whole period, until a change takes effect. */
  amountMinor: number;
  cycle: `${ChargeCycle}`;
  /** R1: 1 to 31. */
  dueDay: number;
  proration: `${ProrationMethod}`;
  startsOn: string;
  /** Null: it goes on until it is ended. */
  endsBefore: string | null;
  /** Changes that are not cancelled, in any order. */
  changes: readonly AmountChange[];
}

/** What is due for one period of a charge, or for the part of it that the charge covers. */
export interface Charge {
  period: Days;
  dueOn: string;
  amountMinor: number;
  isProrated: boolean;
  /** How the amount came about, for a person: "16 of 30 days, STANDARD_30". */
  explanation: string;
}
