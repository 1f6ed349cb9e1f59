/** One difference between two versions of a contract. */
export interface Change {
  /** `Unit.code`, `unit.changed.v1/properties/code`. */
  path: string;
  message: string;
}

/** Differences by what they do to a client that was written against the old version. */
export interface ContractChanges {
  breaking: Change[];
  /** Works, but may surprise: a new enum value, a new member of a union. */
  dangerous: Change[];
  safe: Change[];
}

export const noChanges = (): ContractChanges => ({ breaking: [], dangerous: [], safe: [] });
