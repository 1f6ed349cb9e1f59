/** Looks again and again, never twice at once. */
export class Polling {
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;

  constructor(private readonly look: () => Promise<void>) {}

  start(everyMs: number): void {
    this.#timer = setInterval(() => {
      this.#looking ??= this.look().finally(() => (this.#looking = undefined));
    }, everyMs);
    this.#timer.unref();
  }

  /** Resolves once nobody looks any more. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }
}
