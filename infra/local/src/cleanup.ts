/** What was started, stopped in the opposite order and each once, even where one fails. */
export class Cleanup {
  readonly #tasks: { name: string; stop: () => Promise<void> }[] = [];
  #running: Promise<void> | undefined;

  add(name: string, stop: () => Promise<void>): void {
    this.#tasks.push({ name, stop });
  }

  /** Resolves when all is stopped; throws the first failure after the last task. */
  run(): Promise<void> {
    this.#running ??= this.#stopAll();
    return this.#running;
  }

  async #stopAll(): Promise<void> {
    const failures: unknown[] = [];
    for (let task = this.#tasks.pop(); task; task = this.#tasks.pop()) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- what came later stands on what came earlier
        await task.stop();
      } catch (error) {
        failures.push(new Error(`${task.name} did not stop cleanly`, { cause: error }));
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}
