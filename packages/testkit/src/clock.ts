import type { Clock } from '@propertea/kernel';

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  #now: number;

  constructor(start: Date = new Date()) {
    this.#now = start.getTime();
  }

  now(): Date {
    return new Date(this.#now);
  }

  advance(by: { days?: number; seconds?: number }): void {
    this.#now += (by.days ?? 0) * 86_400_000 + (by.seconds ?? 0) * 1_000;
  }
}
