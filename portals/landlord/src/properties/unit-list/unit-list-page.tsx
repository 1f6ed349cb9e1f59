'use client';

import { Button } from '@mantine/core';
import { useApolloClient } from '@apollo/client/react';
import { IconPlus } from '@tabler/icons-react';
import { EmptyState, FilterButton, PageHeader, UiLink, onDemand } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useEffect } from 'react';
import { useLive } from '@/graph/live/use-live';
import { useRefresher } from '@/graph/live/use-refresher';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { useSession, useTo } from '@/session/session-provider';
import { ObjectList } from '@/shared/list/object-list';
import { usePages } from '@/shared/list/use-pages';
import { LiveSign } from '@/shared/live/live-sign';
import { UnitListChangesDocument, UnitListDocument } from '../gql/graphql';
import type { UnitListQuery, UnitListQueryVariables } from '../gql/graphql';
import { useUnitListQuery } from '../gql/hooks';
import { forgetUnitLists } from '../unit-lists';
import { rememberUnits } from '../unit-trail';
import { ActiveUnitFilters } from './active-filters';
import { NO_UNIT_FILTERS, unitFilterCount, unitListAddress, unitListVariables } from './address';
import { useUnitColumns } from './columns';
import type { UnitFiltersProps } from './filters';
import { RetireMany } from './retire-many';

const UnitFilters = onDemand<UnitFiltersProps>(
  () => import('./filters'),
  ({ count, onWant, isLoading }) => (
    <FilterButton count={count} onClick={onWant} loading={isLoading} />
  ),
);

const SHOWN = [{ query: UnitListDocument, list: ({ units }: UnitListQuery) => units }];

/** What does not change which units there are, nor their order. */
const IN_PLACE = new Set(['unit.blocked', 'unit.unblocked', 'unit.availability-changed']);

/** The units of the organization, to find, compare, export, open, and retire together. */
export function UnitListPage(props: {
  preloaded: Preloaded<UnitListQuery, UnitListQueryVariables>;
}) {
  const t = useTranslations('units.list');
  const client = useApolloClient();
  const { rights, organization } = useSession();
  const to = useTo();
  const [address, setAddress] = useQueryStates(unitListAddress);
  const variables = unitListVariables(address);
  useSeed(UnitListDocument, props.preloaded);
  const query = useUnitListQuery({ variables });
  const pages = usePages(query, ({ units }) => units);
  const { rows } = pages;
  const refresh = useRefresher(SHOWN, { preloaded: props.preloaded, forget: forgetUnitLists });
  useLive(
    UnitListChangesDocument,
    { propertyId: address.property },
    {
      change: ({ unitChanged }) => IN_PLACE.has(unitChanged.type) || refresh(),
      gap: refresh,
    },
  );
  useEffect(() => {
    rememberUnits(organization.id, {
      query: window.location.search,
      ids: rows.map(({ id }) => id),
    });
  }, [organization.id, rows]);
  const columns = useUnitColumns();
  const count = unitFilterCount(address);
  const named = query.data ?? query.previousData;
  const filters = {
    address,
    property: address.property ? (named?.property ?? null) : null,
    building: address.building ? (named?.building ?? null) : null,
    companies: rows.flatMap(({ property }) => property.company ?? []),
    onAddress: (change: Parameters<UnitFiltersProps['onAddress']>[0]) => void setAddress(change),
  };
  const place = new URLSearchParams({
    ...(address.property ? { property: address.property } : {}),
    ...(address.building ? { building: address.building } : {}),
  }).toString();
  const create = rights.mayEdit() && (
    <Button
      component={UiLink}
      href={to(`/units/new${place && `?${place}`}`)}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t('create')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} badges={<LiveSign />} actions={create} />
      <ObjectList
        name="units"
        caption={t('title')}
        searchLabel={t('search')}
        columns={columns}
        rowName={({ reference }) => reference}
        pages={pages}
        address={address}
        onAddress={(change) => void setAddress(change)}
        filters={
          <>
            <UnitFilters {...filters} count={count} total={pages.total} />
            <ActiveUnitFilters {...filters} />
          </>
        }
        renderBulk={(chosen, clear) => <RetireMany chosen={chosen} onDone={clear} />}
        isFiltered={count > 0 || Boolean(address.q)}
        onClearFilters={() => void setAddress(NO_UNIT_FILTERS)}
        loadForExport={async (after) => {
          const { data, error } = await client.query({
            query: UnitListDocument,
            variables: {
              ...variables,
              withProperty: false,
              withBuilding: false,
              first: 100,
              after,
            },
            fetchPolicy: 'no-cache',
          });
          if (!data?.units) throw error ?? new Error('No answer');
          return data.units;
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
