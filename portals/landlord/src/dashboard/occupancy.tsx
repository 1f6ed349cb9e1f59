'use client';

import { LoadingLines } from '@propertea/ui';
import { Failure } from '@/shared/failure/failure';
import { OccupancyFacts } from '@/shared/occupancy/occupancy-facts';
import { useDashboardOccupancyQuery } from './gql/hooks';

/** How much of the portfolio is let today. */
export default function Occupancy() {
  const { data, loading, error, refetch } = useDashboardOccupancyQuery();
  const occupancy = data?.occupancy;
  if (occupancy) return <OccupancyFacts occupancy={occupancy} />;
  if (loading) return <LoadingLines rows={4} />;
  return <Failure failure={error} retry={() => void refetch().catch(() => undefined)} />;
}
