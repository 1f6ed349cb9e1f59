'use client';

import { Card, SimpleGrid, Text } from '@mantine/core';
import { UiLink } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import type { DashboardQuery } from './gql/graphql';

export type PortfolioNumbers = NonNullable<DashboardQuery['portfolio']>;

/** How much there is of everything, each a way to its list. */
export function Totals(props: { portfolio: PortfolioNumbers; companies: number | undefined }) {
  const t = useTranslations('dashboard.totals');
  const format = useFormatter();
  const to = useTo();
  const { portfolio } = props;
  const totals = [
    { name: 'companies', count: props.companies, retired: 0 },
    { name: 'properties', count: portfolio.propertyCount, retired: portfolio.retiredPropertyCount },
    { name: 'buildings', count: portfolio.buildingCount, retired: portfolio.retiredBuildingCount },
    { name: 'units', count: portfolio.unitCount, retired: portfolio.retiredUnitCount },
  ] as const;
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }}>
      {totals.map(({ name, count, retired }) => (
        <Card key={name} withBorder component={UiLink} href={to(`/${name}`)} padding="md">
          <Text size="sm" c="dimmed">
            {t(name)}
          </Text>
          <Text fz={28} fw={700} lh={1.2} c="var(--mantine-color-text)">
            {count === undefined ? '—' : format.number(count)}
          </Text>
          <Text size="sm" c="dimmed">
            {retired > 0 ? t('retired', { count: retired }) : ' '}
          </Text>
        </Card>
      ))}
    </SimpleGrid>
  );
}
