/** How often something happened, by its name. */
export class Counts {
  readonly #counts = new Map<string, number>();

  add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  get names(): string[] {
    return [...this.#counts.keys()].toSorted();
  }

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  toString(): string {
    return this.names.map((name) => `${name} ${this.of(name)}`).join(', ') || '–';
  }
}

/** What became of the queries that were sent while something suffered. */
export class QueryTally {
  sent = 0;
  right = 0;
  /** Right but for fields that were null with an error, by its code. */
  readonly partly = new Counts();
  /** The fields that were null of those, by their names. */
  readonly missing = new Counts();
  /** Refused as a whole, by code. */
  readonly refused = new Counts();
  /** How many of those came by a token, which nobody has to look up in a store. */
  tokensRefused = 0;
  /** When the last answer came that was not right, in ms since the epoch. */
  troubledAt = 0;
  /** Answers that say what is not so. */
  readonly wrong: string[] = [];
  /** Answers with something of another caller. */
  readonly foreign: string[] = [];
  /** Without an answer. */
  readonly lost: string[] = [];
}
