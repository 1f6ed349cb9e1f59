import type { House, Step } from './house.js';
import type { StartOptions } from './start-options.js';

/** One line of the table that the first page of a newcomer is. */
export interface DemoAccount {
  readonly email: string;
  readonly what: string;
}

export async function firstDemo(
  _house: House,
  _options: StartOptions,
  _step: Step,
  _signal: AbortSignal,
): Promise<DemoAccount[]> {
  return [];
}
