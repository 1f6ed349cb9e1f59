'use client';

import { Anchor, Group } from '@mantine/core';
import { LoadingLines, UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import { Failure } from '@/shared/failure/failure';
import { OccupancyFacts } from '@/shared/occupancy/occupancy-facts';
import { usePropertyOccupancyQuery } from '../gql/hooks';

/** How much of the property is let, and the way to what is behind the numbers. */
export default function Occupancy({ id }: { id: string }) {
  const t = useTranslations('shell.places');
  const to = useTo();
  const { data, loading, error, refetch } = usePropertyOccupancyQuery({ variables: { id } });
  const occupancy = data?.property?.occupancy;
  if (loading && !occupancy) return <LoadingLines rows={4} />;
  if (!occupancy) {
    return <Failure failure={error} retry={() => void refetch().catch(() => undefined)} />;
  }
  return (
    <OccupancyFacts
      occupancy={occupancy}
      actions={
        <Group gap="sm">
          <Anchor component={UiLink} size="sm" href={to(`/rent-roll?property=${id}`)}>
            {t('rentRoll')}
          </Anchor>
          <Anchor component={UiLink} size="sm" href={to(`/availability?property=${id}`)}>
            {t('availability')}
          </Anchor>
          <Anchor component={UiLink} size="sm" href={to(`/leases?property=${id}`)}>
            {t('leases')}
          </Anchor>
        </Group>
      }
    />
  );
}
