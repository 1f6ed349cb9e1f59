'use client';

import { SimpleGrid, Stack } from '@mantine/core';
import { LoadingLines, PageHeader, WhenSeen } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { Suspense, lazy } from 'react';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { useSession } from '@/session/session-provider';
import { Failure } from '@/shared/failure/failure';
import { Attention } from './attention';
import { FirstSteps } from './first-steps';
import { DashboardDocument } from './gql/graphql';
import type { DashboardQuery, DashboardQueryVariables } from './gql/graphql';
import { useDashboardQuery } from './gql/hooks';
import { PortfolioCharts } from './portfolio-charts';
import { RecentImports } from './recent-imports';
import { Totals } from './totals';

const Occupancy = lazy(() => import('./occupancy'));

/** The portfolio at a glance; each room's part fails on its own. */
export function DashboardPage(props: {
  preloaded: Preloaded<DashboardQuery, DashboardQueryVariables>;
}) {
  const t = useTranslations('dashboard');
  const { organization, rights } = useSession();
  useSeed(DashboardDocument, props.preloaded);
  const { data, error, loading, refetch } = useDashboardQuery({
    variables: { withImports: rights.mayImport },
  });
  const retry = () => void refetch();
  if (loading && !data) return <LoadingLines rows={10} />;
  const portfolio = data?.portfolio;
  return (
    <>
      <PageHeader title={organization.name} description={t('title')} />
      <Stack>
        {portfolio && <Totals portfolio={portfolio} companies={data?.companies?.totalCount} />}
        {!portfolio && <Failure failure={error} retry={retry} />}
        {portfolio?.unitCount === 0 && <FirstSteps />}
        {portfolio && portfolio.unitCount > 0 && (
          <SimpleGrid cols={{ base: 1, lg: 2 }}>
            <PortfolioCharts portfolio={portfolio} />
            <Attention attention={portfolio.attention} />
            {rights.mayImport && (
              <RecentImports imports={data?.imports} failure={error} retry={retry} />
            )}
          </SimpleGrid>
        )}
        {portfolio && portfolio.unitCount > 0 && (
          <WhenSeen height={180}>
            <Suspense fallback={<LoadingLines rows={4} />}>
              <Occupancy />
            </Suspense>
          </WhenSeen>
        )}
      </Stack>
    </>
  );
}
