/** Places in a list rather than things that it holds, and shares, which follow from counts. */
const POSITIONS = new Set([
  'cursor',
  'startCursor',
  'endCursor',
  'hasNextPage',
  'hasPreviousPage',
  'rate',
]);
const COUNTS = /count|total|^(?:rentable|occupied|vacant|reserved|blocked)$/i;

/**
 * Where an answer holds something that `whole` lacks; undefined where it is a part of it: fewer things
 * in its lists, lower counts, and null for what is there in `whole`.
 */
export function beyond(part: unknown, whole: unknown, path = ''): string | undefined {
  if (part === null || part === undefined) return undefined;
  if (Array.isArray(part)) {
    const all = Array.isArray(whole) ? whole : [];
    const odd = part.find((item) => !all.some((other) => beyond(item, other) === undefined));
    return odd === undefined ? undefined : `${path}: ${JSON.stringify(odd).slice(0, 300)}`;
  }
  if (typeof part === 'object') {
    const all = (whole ?? {}) as Record<string, unknown>;
    for (const [key, value] of Object.entries(part)) {
      if (POSITIONS.has(key)) continue;
      const found = isCount(key, value, all[key])
        ? undefined
        : beyond(value, all[key], `${path}.${key}`);
      if (found) return found;
    }
    return undefined;
  }
  return part === whole ? undefined : `${path}: ${JSON.stringify(part)}`;
}

function isCount(key: string, part: unknown, whole: unknown): boolean {
  return COUNTS.test(key) && typeof part === 'number' && typeof whole === 'number' && part <= whole;
}
