'use client';

import { Button } from '@mantine/core';
import { useApolloClient } from '@apollo/client/react';
import { IconPlus } from '@tabler/icons-react';
import { EmptyState, FilterButton, PageHeader, UiLink, onDemand } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { useSession, useTo } from '@/session/session-provider';
import { ObjectList } from '@/shared/list/object-list';
import { usePages } from '@/shared/list/use-pages';
import { BuildingListDocument } from '../gql/graphql';
import type { BuildingListQuery, BuildingListQueryVariables } from '../gql/graphql';
import { useBuildingListQuery } from '../gql/hooks';
import { ActiveFilters } from '@/shared/filters/active-filters';
import { buildingText } from '../unit-place/address-text';
import { useActiveBuildingFilters } from './active';
import {
  NO_BUILDING_FILTERS,
  buildingFilterCount,
  buildingListAddress,
  buildingListVariables,
} from './address';
import { useBuildingColumns } from './columns';
import type { BuildingFiltersProps } from './filters';

const BuildingFilters = onDemand<BuildingFiltersProps>(
  () => import('./filters'),
  ({ count, onWant, isLoading }) => (
    <FilterButton count={count} onClick={onWant} loading={isLoading} />
  ),
);

/** The buildings of the organization, to find, compare, export and open. */
export function BuildingListPage(props: {
  preloaded: Preloaded<BuildingListQuery, BuildingListQueryVariables>;
}) {
  const t = useTranslations('buildings.list');
  const client = useApolloClient();
  const { rights } = useSession();
  const to = useTo();
  const [address, setAddress] = useQueryStates(buildingListAddress);
  const variables = buildingListVariables(address);
  useSeed(BuildingListDocument, props.preloaded);
  const query = useBuildingListQuery({ variables });
  const pages = usePages(query, ({ buildings }) => buildings);
  const columns = useBuildingColumns();
  const count = buildingFilterCount(address);
  const filters = {
    address,
    property: address.property ? ((query.data ?? query.previousData)?.property ?? null) : null,
    companies: pages.rows.flatMap(({ property }) => property.company ?? []),
    onAddress: (change: Parameters<BuildingFiltersProps['onAddress']>[0]) =>
      void setAddress(change),
  };
  const active = useActiveBuildingFilters(filters);
  const create = rights.mayEdit() && (
    <Button
      component={UiLink}
      href={to(`/buildings/new${address.property ? `?property=${address.property}` : ''}`)}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t('create')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} actions={create} />
      <ObjectList
        name="buildings"
        caption={t('title')}
        searchLabel={t('search')}
        columns={columns}
        rowName={buildingText}
        pages={pages}
        address={address}
        onAddress={(change) => void setAddress(change)}
        filters={
          <>
            <BuildingFilters {...filters} count={count} total={pages.total} />
            <ActiveFilters filters={active} />
          </>
        }
        isFiltered={count > 0 || Boolean(address.q)}
        onClearFilters={() => void setAddress(NO_BUILDING_FILTERS)}
        loadForExport={async (after) => {
          const { data, error } = await client.query({
            query: BuildingListDocument,
            variables: { ...variables, withProperty: false, first: 100, after },
            fetchPolicy: 'no-cache',
          });
          if (!data?.buildings) throw error ?? new Error('No answer');
          return data.buildings;
        }}
        empty={
          <EmptyState title={t('empty.title')} action={create}>
            {t('empty.what')}
          </EmptyState>
        }
      />
    </>
  );
}
