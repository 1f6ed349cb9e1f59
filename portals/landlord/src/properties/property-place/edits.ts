/** What a form holds: texts, and groups of them such as an address; null where a group is not there. */
export type Edited = { [field: string]: string | Edited | null };

/**
 * What somebody changed of `base`, put on what is there now: what they left alone is as it is there. A group
 * that came or went on either side is taken as a whole.
 */
export function rebase<Values extends Edited>(base: Values, mine: Values, theirs: Values): Values {
  const merged = Object.entries(mine).map(([field, value]) => {
    const was = base[field] ?? null;
    const now = theirs[field] ?? null;
    if (isGroup(value) && isGroup(was) && isGroup(now)) return [field, rebase(was, value, now)];
    return [field, isSame(value, was) ? now : value];
  });
  return Object.fromEntries(merged) as Values;
}

/** The names of the fields in which two states of a form differ. */
export function differing<Values extends Edited>(one: Values, other: Values): (keyof Values)[] {
  return Object.keys(one).filter((field) => !isSame(one[field] ?? null, other[field] ?? null));
}

/** The text at a path such as `address.city`; empty where there is none. */
export function textAt(values: Edited, path: string): string {
  let value: Edited[string] | undefined = values;
  for (const key of path.split('.')) value = isGroup(value) ? value[key] : undefined;
  return typeof value === 'string' ? value.trim() : '';
}

function isGroup(value: Edited[string] | undefined): value is Edited {
  return typeof value === 'object' && value !== null;
}

function isSame(one: Edited[string], other: Edited[string]): boolean {
  if (!isGroup(one) || !isGroup(other)) {
    return (
      (typeof one === 'string' ? one.trim() : one) ===
      (typeof other === 'string' ? other.trim() : other)
    );
  }
  return differing(one, other).length === 0;
}
