'use client';

import { Anchor, Badge, Group } from '@mantine/core';
import { DataTable, EmptyState, ListFooter, LoadingLines, UiLink } from '@propertea/ui';
import type { Column, Sort } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTo } from '@/session/session-provider';
import { Failure } from '@/shared/failure/failure';
import { PAGE_SIZE } from '@/shared/list/list-address';
import { usePages } from '@/shared/list/use-pages';
import type { CompanyPropertiesQuery, PropertySortField } from '../gql/graphql';
import { useCompanyPropertiesQuery } from '../gql/hooks';

type Row = NonNullable<
  NonNullable<CompanyPropertiesQuery['company']>['properties']
>['nodes'][number];

/** What a company owns, live and retired, within the reach of the person. */
export function CompanyProperties({ id }: { id: string }) {
  const t = useTranslations('companies');
  const to = useTo();
  const columns = useColumns();
  const [sort, setSort] = useState<Sort<PropertySortField>>({ field: 'NAME', direction: 'ASC' });
  const pages = usePages(
    useCompanyPropertiesQuery({ variables: { id, sort, first: PAGE_SIZE } }),
    ({ company }) => company?.properties,
  );
  if (pages.isLoading) return <LoadingLines />;
  if (pages.failure) return <Failure failure={pages.failure} retry={pages.retry} />;
  if (pages.rows.length === 0) return <EmptyState title={t('page.noProperties')} />;
  return (
    <>
      <DataTable
        caption={t('page.properties')}
        columns={columns}
        rows={pages.rows}
        rowKey={(row) => row.id}
        sort={sort}
        onSort={setSort}
        isBusy={pages.isBusy}
      />
      <ListFooter
        shown={pages.rows.length}
        total={pages.total}
        hasMore={pages.hasMore}
        isLoading={pages.isLoadingMore}
        onMore={pages.more}
      />
      <Anchor component={UiLink} href={to(`/properties?companies=${id}`)} size="sm">
        {t('page.openList')}
      </Anchor>
    </>
  );
}

function useColumns(): Column<Row, PropertySortField>[] {
  const t = useTranslations('companies.columns');
  const tEnums = useTranslations('enums');
  const format = useFormatter();
  const to = useTo();
  return [
    {
      key: 'name',
      title: t('name'),
      sortField: 'NAME',
      wraps: true,
      render: ({ id, name, isRetired }) => (
        <Group gap="xs">
          <Anchor component={UiLink} href={to(`/properties/${id}`)} fw={600}>
            {name}
          </Anchor>
          {isRetired && (
            <Badge color="gray" variant="light">
              {tEnums('Life.retired')}
            </Badge>
          )}
        </Group>
      ),
    },
    { key: 'code', title: t('code'), sortField: 'CODE', render: ({ code }) => code },
    { key: 'type', title: t('type'), render: ({ type }) => tEnums(`PropertyType.${type}`) },
    { key: 'city', title: t('city'), sortField: 'CITY', render: ({ address }) => address.city },
    {
      key: 'units',
      title: t('units'),
      sortField: 'UNIT_COUNT',
      isNumber: true,
      render: ({ unitCount }) => format.number(unitCount),
    },
  ];
}
