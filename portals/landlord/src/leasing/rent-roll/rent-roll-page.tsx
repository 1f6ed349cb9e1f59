'use client';

import { Card, Group, Stack } from '@mantine/core';
import { useApolloClient } from '@apollo/client/react';
import {
  ColumnMenu,
  DataTable,
  EmptyState,
  ListFooter,
  LoadingLines,
  PageHeader,
  shownColumns,
} from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { Suspense, lazy } from 'react';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { DayInput } from '@/shared/days/day-input';
import { useToday } from '@/shared/days/use-days';
import { Failure } from '@/shared/failure/failure';
import { ExportButton } from '@/shared/list/export-button';
import { SortChoice } from '@/shared/list/sort-choice';
import { usePages } from '@/shared/list/use-pages';
import { OccupancyFacts } from '@/shared/occupancy/occupancy-facts';
import { RentRollDocument } from '../gql/graphql';
import type { RentRollQuery, RentRollQueryVariables } from '../gql/graphql';
import { useRentRollQuery } from '../gql/hooks';
import { PropertyFilter } from '../property-filter';
import { rentRollAddress, rentRollVariables } from './address';
import { useRentRollColumns } from './columns';

const CompaniesSelect = lazy(() => import('@/shared/place/companies-select'));

/** What every unit brings in on a day, let or not, with its totals; for the eye and as CSV. */
export function RentRollPage(props: {
  preloaded: Preloaded<RentRollQuery, RentRollQueryVariables>;
}) {
  const t = useTranslations('leasing.rentRoll');
  const tList = useTranslations('common.list');
  const client = useApolloClient();
  const today = useToday();
  const [address, setAddress] = useQueryStates(rentRollAddress);
  const variables = rentRollVariables(address);
  useSeed(RentRollDocument, props.preloaded);
  const query = useRentRollQuery({ variables });
  const pages = usePages(query, ({ rentRoll }) => rentRoll);
  const all = useRentRollColumns();
  const columns = shownColumns(all, address.columns);
  const occupancy = (query.data ?? query.previousData)?.occupancy;
  return (
    <>
      <PageHeader title={t('title')} description={t('what')} />
      <Stack>
        <Group gap="xs" align="flex-end">
          <DayInput
            label={t('asOf')}
            value={address.on ?? today}
            onChange={({ currentTarget }) => void setAddress({ on: currentTarget.value || null })}
          />
          <Suspense>
            <CompaniesSelect
              label={t('companies')}
              value={address.companies}
              known={[]}
              onChoose={(chosen) =>
                void setAddress({ companies: chosen.map(({ id }) => id), property: null })
              }
            />
          </Suspense>
          <PropertyFilter
            id={address.property}
            onChoose={(property) => void setAddress({ property })}
          />
          <Group gap="xs" ml="auto">
            <SortChoice
              columns={all}
              sort={address.sort}
              onSort={(sort) => void setAddress({ sort })}
            />
            <ColumnMenu
              columns={all}
              chosen={address.columns}
              onChoose={(keys) => void setAddress({ columns: keys })}
            />
            <ExportButton
              fileName={`rent-roll-${address.on ?? today}`}
              columns={columns}
              chosen={[]}
              load={async (after) => {
                const { data, error } = await client.query({
                  query: RentRollDocument,
                  variables: { ...variables, withTotals: false, first: 100, after },
                  fetchPolicy: 'no-cache',
                });
                if (!data?.rentRoll) throw error ?? new Error('No answer');
                return data.rentRoll;
              }}
            />
          </Group>
        </Group>
        {occupancy && <OccupancyFacts occupancy={occupancy} />}
        <Card withBorder padding="xs">
          {pages.isLoading ? (
            <LoadingLines />
          ) : pages.failure ? (
            <Failure failure={pages.failure} retry={pages.retry} />
          ) : pages.rows.length === 0 ? (
            <EmptyState title={tList('nothingFound')}>{t('empty')}</EmptyState>
          ) : (
            <>
              <DataTable
                caption={t('title')}
                columns={columns}
                rows={pages.rows}
                rowKey={({ unit, lease }) => `${unit?.id} ${lease?.id}`}
                sort={address.sort}
                onSort={(sort) => void setAddress({ sort })}
                isBusy={pages.isBusy}
              />
              <ListFooter
                shown={pages.rows.length}
                total={pages.total}
                hasMore={pages.hasMore}
                isLoading={pages.isLoadingMore}
                onMore={pages.more}
              />
            </>
          )}
        </Card>
      </Stack>
    </>
  );
}
