import { UnitCategory } from './unit-category.js';

/** How many live units there are of one category. */
export interface CategoryCount {
  category: UnitCategory;
  count: number;
}

export type CategoryCounts = CategoryCount[];

/** Counts in the order of the categories; those without units are left out. */
export function toCategoryCounts(
  rows: readonly { category: string; count: number }[],
): CategoryCounts {
  const counts = new Map(rows.map(({ category, count }) => [category, count]));
  return Object.values(UnitCategory)
    .map((category) => ({ category, count: counts.get(category) ?? 0 }))
    .filter(({ count }) => count > 0);
}
