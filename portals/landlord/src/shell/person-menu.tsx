'use client';

import { onDemand } from '@propertea/ui';
import { PersonButton } from './person-button';

/** Who is signed in, how the portal looks to them, and the way out. */
export const PersonMenu = onDemand(
  () => import('./person-choices'),
  ({ onWant }) => <PersonButton onClick={onWant} />,
);
