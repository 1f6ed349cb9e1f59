'use client';

import { onDemand } from '@propertea/ui';
import { useSession } from '@/session/session-provider';
import type { UnitRowFragment } from '../gql/graphql';
import { RetireManyButton } from './retire-many-button';
import type { RetireManyProps } from './retire-many-button';

const Part = onDemand<RetireManyProps>(
  () => import('./retire-many-dialog'),
  ({ units, onWant, isLoading }) => (
    <RetireManyButton count={units.length} onClick={onWant} loading={isLoading} />
  ),
);

/** Retires the chosen units, as far as they are live and may be changed. */
export function RetireMany(props: { chosen: readonly UnitRowFragment[]; onDone: () => void }) {
  const { rights } = useSession();
  const units = props.chosen.filter(
    ({ isRetired, property }) =>
      !isRetired && rights.mayEdit({ companyId: property.company?.id, propertyId: property.id }),
  );
  return units.length > 0 ? <Part units={units} onDone={props.onDone} /> : null;
}
