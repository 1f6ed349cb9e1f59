'use client';

import { ColumnButton } from './column-button';
import { onDemand } from './on-demand';
import type { ColumnMenuProps } from './shown-columns';

/** Lets people choose columns; null means those that are shown at first. */
export const ColumnMenu = onDemand<ColumnMenuProps>(
  () => import('./column-choices'),
  ({ onWant, isLoading }) => <ColumnButton onClick={onWant} loading={isLoading} />,
);
