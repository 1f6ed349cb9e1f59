/** Wall time of the steps of a start, in milliseconds, in the order in which they ended. */
export class Timings {
  readonly #steps: { name: string; milliseconds: number }[] = [];

  /** Runs `work` and notes how long it took, also when it fails. */
  async measure<T>(name: string, work: () => Promise<T>): Promise<T> {
    const begin = performance.now();
    try {
      return await work();
    } finally {
      this.#steps.push({ name, milliseconds: Math.round(performance.now() - begin) });
    }
  }

  /** Steps that ran before this process did. */
  add(name: string, milliseconds: number): void {
    this.#steps.push({ name, milliseconds });
  }

  table(): string {
    const width = Math.max(...this.#steps.map(({ name }) => name.length), 0);
    return this.#steps
      .map(
        ({ name, milliseconds }) =>
          `  ${name.padEnd(width)} ${String(milliseconds).padStart(7)} ms`,
      )
      .join('\n');
  }
}
