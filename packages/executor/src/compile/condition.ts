/** A boolean variable and the value that it must have. */
export interface Condition {
  readonly variable: string;
  readonly is: boolean;
}

/** Whether all conditions hold. */
export function holds(
  conditions: readonly Condition[],
  variables: Readonly<Record<string, unknown>>,
): boolean {
  for (const { variable, is } of conditions) {
    if ((variables[variable] === true) !== is) return false;
  }
  return true;
}
