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
import { PropertyListDocument } from '../gql/graphql';
import type { PropertyListQuery, PropertyListQueryVariables } from '../gql/graphql';
import { usePropertyListQuery } from '../gql/hooks';
import { ActiveFilters } from '@/shared/filters/active-filters';
import { useActivePropertyFilters } from './active';
import {
  NO_PROPERTY_FILTERS,
  propertyFilterCount,
  propertyListAddress,
  propertyListVariables,
} from './address';
import { usePropertyColumns } from './columns';
import type { PropertyFiltersProps } from './filters';

const PropertyFilters = onDemand<PropertyFiltersProps>(
  () => import('./filters'),
  ({ count, onWant, isLoading }) => (
    <FilterButton count={count} onClick={onWant} loading={isLoading} />
  ),
);

/** The properties of the organization, to find, compare, export and open. */
export function PropertyListPage(props: {
  preloaded: Preloaded<PropertyListQuery, PropertyListQueryVariables>;
}) {
  const t = useTranslations('properties.list');
  const client = useApolloClient();
  const { rights } = useSession();
  const to = useTo();
  const [address, setAddress] = useQueryStates(propertyListAddress);
  const variables = propertyListVariables(address);
  useSeed(PropertyListDocument, props.preloaded);
  const pages = usePages(usePropertyListQuery({ variables }), ({ properties }) => properties);
  const columns = usePropertyColumns();
  const count = propertyFilterCount(address);
  const filters = {
    address,
    companies: pages.rows.flatMap(({ company }) => company ?? []),
    onAddress: (change: Parameters<PropertyFiltersProps['onAddress']>[0]) =>
      void setAddress(change),
  };
  const active = useActivePropertyFilters(filters);
  const create = rights.mayEdit() && (
    <Button
      component={UiLink}
      href={to('/properties/new')}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t('create')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} actions={create} />
      <ObjectList
        name="properties"
        caption={t('title')}
        searchLabel={t('search')}
        columns={columns}
        rowName={({ name }) => name}
        pages={pages}
        address={address}
        onAddress={(change) => void setAddress(change)}
        filters={
          <>
            <PropertyFilters {...filters} count={count} total={pages.total} />
            <ActiveFilters filters={active} />
          </>
        }
        isFiltered={count > 0 || Boolean(address.q)}
        onClearFilters={() => void setAddress(NO_PROPERTY_FILTERS)}
        loadForExport={async (after) => {
          const { data, error } = await client.query({
            query: PropertyListDocument,
            variables: { ...variables, first: 100, after },
            fetchPolicy: 'no-cache',
          });
          if (!data?.properties) throw error ?? new Error('No answer');
          return data.properties;
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
