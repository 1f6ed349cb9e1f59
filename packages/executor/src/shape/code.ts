type Variables = Readonly<Record<string, unknown>>;

/** Makes the answer's part for one value; throws UNFIT where the value is not what the schema says. */
export type Shaping<Result> = (value: unknown, variables: Variables, memory: Memory) => Result;

/** Objects that stand at many places, and what was made of each: the empty text until it was. */
export type Memory = Map<object, string>;

export const UNFIT = Symbol('unfit');

export function unfit(): never {
  throw UNFIT;
}

/** What generated code refers to, each under a name of its own. */
export class Names {
  readonly #names: string[] = [];
  readonly #values: unknown[] = [];

  add(value: unknown): string {
    const known = this.#values.indexOf(value);
    if (known >= 0) return this.#names[known] as string;
    const name = `n${this.#names.length}`;
    this.#names.push(name);
    this.#values.push(value);
    return name;
  }

  /**
   * A function of (o, v, m): the value, the variables and the memory. The body holds only what this folder
   * writes and strings quoted as JSON; everything else is bound by its name.
   */
  define<Result>(body: string): Shaping<Result> {
    // oxlint-disable-next-line typescript/no-implied-eval
    const make = new Function(...this.#names, `return (o, v, m) => {${body}}`) as (
      ...values: unknown[]
    ) => Shaping<Result>;
    return make(...this.#values);
  }
}
