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
import { propertyListAddress, propertyListVariables } from './address';
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
  const count = [
    address.types.length > 0,
    address.companies.length > 0,
    address.show !== 'live',
  ].filter(Boolean).length;
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
          <PropertyFilters
            address={address}
            count={count}
            onAddress={(change) => void setAddress(change)}
          />
        }
        isFiltered={count > 0 || Boolean(address.q)}
        onClearFilters={() =>
          void setAddress({ q: null, types: null, companies: null, show: null })
        }
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
