import type { FilterQuery } from '@mikro-orm/core';
import { nothing } from './conditions.js';

/** `field` lies between two days, both inclusive; either may be left out. */
export function between<T>(
  field: string,
  from: string | null | undefined,
  until: string | null | undefined,
): FilterQuery<T>[] {
  if (!from && !until) return [];
  if (from && until && from > until) return [nothing<T>()];
  const range = { ...(from && { $gte: from }), ...(until && { $lte: until }) };
  return [{ [field]: range } as FilterQuery<T>];
}
