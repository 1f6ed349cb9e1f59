import type { Felt } from './felt.js';

/** One difference between two versions of a contract. */
export interface Change {
  /** `Unit.code`, `unit.changed.v1/properties/code`. */
  path: string;
  message: string;
  /** Of a breaking change: where it is felt, as `isTouched` reads it; absent where that cannot be told. */
  touches?: string[];
  /** Of a breaking change, where usage was asked for. */
  felt?: Felt;
}

/** Differences by what they do to a client that was written against the old version. */
export interface ContractChanges {
  breaking: Change[];
  /** Works, but may surprise: a new enum value, a new member of a union. */
  dangerous: Change[];
  safe: Change[];
}

export const noChanges = (): ContractChanges => ({ breaking: [], dangerous: [], safe: [] });
