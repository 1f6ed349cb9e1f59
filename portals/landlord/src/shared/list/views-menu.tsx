'use client';

import { onDemand } from '@propertea/ui';
import { ViewsButton } from './views-button';

/** Views of a list by name, and the link to the one that is shown. */
export const ViewsMenu = onDemand<{ list: string }>(
  () => import('./saved-views'),
  ({ onWant, isLoading }) => <ViewsButton onClick={onWant} loading={isLoading} />,
);
