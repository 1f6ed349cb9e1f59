import type { Clock } from '@propertea/kernel';

/** The machine's clock, put forward or back. */
export class ShiftedClock implements Clock {
  #shiftMs = 0;

  now(): Date {
    return new Date(Date.now() + this.#shiftMs);
  }

  /** From here on it is this moment, and time goes on. */
  set(moment: Date): void {
    this.#shiftMs = moment.getTime() - Date.now();
  }
}
