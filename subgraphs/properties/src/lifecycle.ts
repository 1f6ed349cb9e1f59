import { DomainError } from '@propertea/kernel';

/** Throws CONFLICT for something retired, which nobody changes. */
export function refuseRetired(
  aggregate: { retiredAt: Date | null },
  what: string,
  field: string,
): void {
  if (!aggregate.retiredAt) return;
  throw new DomainError('CONFLICT', `This ${what} is retired. Restore it first.`, {
    path: ['input', field],
  });
}

/** R49: throws HAS_CHILDREN where something still lives, with how many of each: `{ units: 3 }`. */
export function refuseChildren(live: Readonly<Record<string, number>>, field: string): void {
  const counts = Object.entries(live)
    .filter(([, count]) => count > 0)
    .map(([plural, count]) => `${count} ${count === 1 ? plural.slice(0, -1) : plural}`);
  if (counts.length === 0) return;
  throw new DomainError(
    'HAS_CHILDREN',
    `Still live here: ${counts.join(' and ')}. Retire them first.`,
    {
      path: ['input', field],
    },
  );
}

/** Throws PARENT_RETIRED: nothing lives in something retired. */
export function demandLive(parent: { retiredAt: Date | null }, what: string, field: string): void {
  if (!parent.retiredAt) return;
  throw new DomainError('PARENT_RETIRED', `The ${what} is retired. Restore the ${what} first.`, {
    path: ['input', field],
  });
}
