'use client';

import { LoadingLines } from '@propertea/ui';
import { useLive } from '@/graph/live/use-live';
import { useRefresher } from '@/graph/live/use-refresher';
import { Failure } from '@/shared/failure/failure';
import { OccupancyFacts } from '@/shared/occupancy/occupancy-facts';
import { DashboardLeaseChangesDocument, DashboardOccupancyDocument } from './gql/graphql';
import { useDashboardOccupancyQuery } from './gql/hooks';

const SHOWN = [{ query: DashboardOccupancyDocument }];

/** How much of the portfolio is let today. */
export default function Occupancy() {
  const { data, loading, error, refetch } = useDashboardOccupancyQuery();
  const refresh = useRefresher(SHOWN);
  useLive(DashboardLeaseChangesDocument, {}, { change: refresh, gap: refresh });
  const occupancy = data?.occupancy;
  if (occupancy) return <OccupancyFacts occupancy={occupancy} />;
  if (loading) return <LoadingLines rows={4} />;
  return <Failure failure={error} retry={() => void refetch().catch(() => undefined)} />;
}
