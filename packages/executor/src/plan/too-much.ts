/** What is asked for has more ways than are looked at. */
export class TooMuchError extends Error {
  override readonly name = 'TooMuchError';

  constructor() {
    super('Too many options');
  }
}

/** Whether the planner gave up since there are more ways to what is asked for than it looks at. */
export function isTooMuch(reason: string): boolean {
  return /^(Too many options|Number of non-local selections|Invalid array length)/.test(reason);
}
