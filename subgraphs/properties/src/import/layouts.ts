import { developmentsLayout } from './developments-columns.js';
import type { LayoutSpec } from './layout-spec.js';
import { unitsLayout } from './units-columns.js';

/** Every layout that a portfolio file may have. */
export const layouts: readonly LayoutSpec[] = [developmentsLayout, unitsLayout];

export function layoutNamed(name: LayoutSpec['name']): LayoutSpec {
  return name === 'UNITS' ? unitsLayout : developmentsLayout;
}
