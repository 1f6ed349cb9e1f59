/** Runs a task once at a time; a wake-up in the meantime makes it run once more. */
export class Loop {
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(
    private readonly task: () => Promise<void>,
    private readonly failed: (error: unknown) => void,
  ) {}

  run(): void {
    if (this.#stopped) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = this.task()
      .catch(this.failed)
      .finally(() => {
        this.#running = undefined;
        if (this.#again) {
          this.#again = false;
          this.run();
        }
      });
  }

  /** Begins nothing any more and waits for what runs. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }
}
