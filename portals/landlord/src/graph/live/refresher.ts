const QUIET_MS = 1_000;
const AT_MOST_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Runs a task once for many wishes: when they pause, and at the latest some seconds after the first. One that
 * fails is tried again after growing pauses.
 */
export class Refresher {
  #task: (() => Promise<void>) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #firstAskedAt: number | undefined;
  #isRunning = false;
  #failures = 0;

  readonly ask = (): void => {
    this.#firstAskedAt ??= Date.now();
    const left = this.#firstAskedAt + AT_MOST_MS - Date.now();
    this.#runIn(Math.max(Math.min(QUIET_MS, left), 0));
  };

  /** Before it is started, and after it is stopped, nothing is run. */
  start(task: () => Promise<void>): void {
    this.#task = task;
    if (this.#firstAskedAt !== undefined) this.ask();
  }

  stop(): void {
    this.#task = undefined;
    clearTimeout(this.#timer);
  }

  #runIn(milliseconds: number): void {
    if (!this.#task || this.#isRunning) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), milliseconds);
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    this.#firstAskedAt = undefined;
    try {
      await this.#task?.();
      this.#failures = 0;
    } catch {
      this.#failures += 1;
    }
    this.#isRunning = false;
    if (this.#failures > 0) {
      this.#runIn(Math.min(QUIET_MS * 2 ** this.#failures, LONGEST_PAUSE_MS));
      // What was asked meanwhile.
    } else if (this.#firstAskedAt !== undefined) this.#runIn(QUIET_MS);
  }
}
