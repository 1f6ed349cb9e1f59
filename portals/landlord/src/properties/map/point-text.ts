'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { PropertyMapQuery } from '../gql/graphql';
import type { Cluster } from './clusters';

export type MapPoint = NonNullable<PropertyMapQuery['propertyPoints']>['points'][number];

export interface PointsProps {
  /** Largest first. */
  points: readonly MapPoint[];
  chosen: string | null;
  onChoose: (id: string) => void;
}

/** How circles are called, and what stands in them. */
export function useClusterText() {
  const t = useTranslations('map');
  const format = useFormatter();
  const inside = useCallback(
    ({ units }: Cluster<MapPoint>) => format.number(units, { notation: 'compact' }),
    [format],
  );
  const short = useCallback(
    ({ points }: Cluster<MapPoint>) =>
      points.length === 1 ? points[0]?.name : t('properties', { count: points.length }),
    [t],
  );
  // It begins with what is seen, so that it can be said to a device that listens.
  const name = useCallback(
    (cluster: Cluster<MapPoint>) => {
      const { points, units } = cluster;
      const [only, ...others] = points;
      const text =
        only && others.length === 0
          ? t('point', { name: only.name, units })
          : t('points', { count: points.length, units });
      return `${inside(cluster)} ${text}`;
    },
    [t, inside],
  );
  return { name, inside, short };
}
