import { Fault } from '@propertea/kernel';

export interface ValueLimits {
  /** Objects and lists within each other, in variables and in documents. */
  valueDepth: number;
  /** Values in the variables, or in the extensions, of one operation: items, fields and what holds them. */
  values: number;
}

/**
 * Refuses JSON that holds too much for what looks at it next. Its size in bytes is limited before.
 * @param what it is called in the message. Throws `Fault('COST_LIMIT')`.
 */
export function limitValues(what: string, json: unknown, limits: ValueLimits): void {
  let level: unknown[] = [json];
  let count = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.valueDepth) {
      const message = `The ${what} nest lists and objects deeper than ${limits.valueDepth} levels.`;
      throw new Fault('COST_LIMIT', message);
    }
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      for (const inner of Array.isArray(value) ? value : Object.values(value)) {
        if (++count > limits.values) {
          throw new Fault('COST_LIMIT', `The ${what} hold more than ${limits.values} values.`);
        }
        if (typeof inner === 'object' && inner !== null) next.push(inner);
      }
    }
    level = next;
  }
}
