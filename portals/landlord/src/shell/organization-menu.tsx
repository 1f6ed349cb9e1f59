'use client';

import { OrganizationButton } from './organization-button';
import { onDemand } from '@propertea/ui';

/** Which organization this tab stands in, and the way to the person's others. */
export const OrganizationMenu = onDemand(
  () => import('./organization-choices'),
  ({ onWant }) => <OrganizationButton onClick={onWant} />,
);
