import type { Estimate, SizedList } from './estimate.js';

/**
 * The one change that brings an operation within the limit and takes least away, in words: fewer items of
 * one list, else without one list; undefined where no single change is enough.
 */
export function cheapestChange({ cost, lists }: Estimate, limit: number): string | undefined {
  const over = cost - limit;
  let fewer: { list: SizedList; length: number } | undefined;
  let without: SizedList | undefined;
  for (const list of lists) {
    if (list.perItem <= 0 || list.perItem * list.length < over) continue;
    const length = list.length - Math.ceil(over / list.perItem);
    const kept = (one: { list: SizedList; length: number }) => one.length / one.list.length;
    if (list.argument !== undefined && length > 0) {
      if (!fewer || kept({ list, length }) > kept(fewer)) fewer = { list, length };
    }
    if (!without || list.perItem * list.length < without.perItem * without.length) without = list;
  }
  if (fewer) {
    const { list, length } = fewer;
    return `ask ${list.path}(${list.argument}: ${length}) instead of ${list.length}`;
  }
  return without && `leave out ${without.path}`;
}
