'use client';

import { Button } from '@mantine/core';
import { useApolloClient } from '@apollo/client/react';
import { IconPlus } from '@tabler/icons-react';
import { EmptyState, FilterButton, PageHeader, UiLink, onDemand } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useLive } from '@/graph/live/use-live';
import { useRefresher } from '@/graph/live/use-refresher';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { useSession, useTo } from '@/session/session-provider';
import { ActiveFilters } from '@/shared/filters/active-filters';
import { ObjectList } from '@/shared/list/object-list';
import { usePages } from '@/shared/list/use-pages';
import { LiveSign } from '@/shared/live/live-sign';
import { LeaseListChangesDocument, LeaseListDocument } from '../gql/graphql';
import type { LeaseListQuery, LeaseListQueryVariables } from '../gql/graphql';
import { useLeaseListQuery } from '../gql/hooks';
import { forgetLeaseLists } from '../lease-lists';
import { useActiveLeaseFilters } from './active';
import {
  NO_LEASE_FILTERS,
  leaseFilterCount,
  leaseListAddress,
  leaseListVariables,
} from './address';
import { useLeaseColumns } from './columns';
import type { LeaseFiltersProps } from './filters';

const LeaseFilters = onDemand<LeaseFiltersProps>(
  () => import('./filters'),
  ({ count, onWant, isLoading }) => (
    <FilterButton count={count} onClick={onWant} loading={isLoading} />
  ),
);

const SHOWN = [{ query: LeaseListDocument, list: ({ leases }: LeaseListQuery) => leases }];

/** The leases of the organization, to find, compare, export and open; those that end soon are a filter of it. */
export function LeaseListPage(props: {
  today: string;
  preloaded: Preloaded<LeaseListQuery, LeaseListQueryVariables>;
}) {
  const t = useTranslations('leasing.list');
  const client = useApolloClient();
  const { rights } = useSession();
  const to = useTo();
  const [address, setAddress] = useQueryStates(leaseListAddress);
  const variables = leaseListVariables(address, props.today);
  useSeed(LeaseListDocument, props.preloaded);
  const query = useLeaseListQuery({ variables });
  const pages = usePages(query, ({ leases }) => leases);
  const refresh = useRefresher(SHOWN, { preloaded: props.preloaded, forget: forgetLeaseLists });
  useLive(
    LeaseListChangesDocument,
    { propertyId: address.property, unitId: address.unit },
    // Any of them may bring a lease in, take it out or move it; what is shown of it is there already.
    { change: refresh, gap: refresh },
  );
  const columns = useLeaseColumns();
  const count = leaseFilterCount(address);
  const named = query.data ?? query.previousData;
  const filters = {
    address,
    property: address.property ? (named?.property ?? null) : null,
    companies: pages.rows.flatMap(({ company }) => company ?? []),
    onAddress: (change: Parameters<LeaseFiltersProps['onAddress']>[0]) => void setAddress(change),
  };
  const active = useActiveLeaseFilters(filters);
  const create = rights.mayLet() && (
    <Button
      component={UiLink}
      href={to('/leases/new')}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t('create')}
    </Button>
  );
  const expiring = (
    <Button
      variant="default"
      component={UiLink}
      href={to('/leases?ends=90&states=ACTIVE,NOTICE_GIVEN&sort=ENDS_ON')}
    >
      {t('expiring')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        badges={<LiveSign />}
        actions={
          <>
            {expiring}
            {create}
          </>
        }
      />
      <ObjectList
        name="leases"
        caption={t('title')}
        searchLabel={t('search')}
        columns={columns}
        rowName={({ number }) => number}
        pages={pages}
        address={address}
        onAddress={(change) => void setAddress(change)}
        filters={
          <>
            <LeaseFilters {...filters} count={count} total={pages.total} />
            <ActiveFilters filters={active} />
          </>
        }
        isFiltered={count > 0 || Boolean(address.q)}
        onClearFilters={() => void setAddress(NO_LEASE_FILTERS)}
        loadForExport={async (after) => {
          const { data, error } = await client.query({
            query: LeaseListDocument,
            variables: { ...variables, withProperty: false, first: 100, after },
            fetchPolicy: 'no-cache',
          });
          if (!data?.leases) throw error ?? new Error('No answer');
          return data.leases;
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
