'use client';

import { Anchor, Button, Card, Group } from '@mantine/core';
import { DataTable, EmptyState, ListFooter, LoadingLines, UiLink } from '@propertea/ui';
import type { Column, Sort } from '@propertea/ui';
import { IconPlus } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTo } from '@/session/session-provider';
import { Failure } from '@/shared/failure/failure';
import { PAGE_SIZE } from '@/shared/list/list-address';
import { usePages } from '@/shared/list/use-pages';
import type { BuildingSortField, PropertyBuildingsQuery } from '../gql/graphql';
import { usePropertyBuildingsQuery } from '../gql/hooks';
import { addressText, buildingText } from '../unit-place/address-text';

type Row = NonNullable<PropertyBuildingsQuery['buildings']>['nodes'][number];

/** The live buildings of a property. */
export default function PropertyBuildings(props: { property: string; mayEdit: boolean }) {
  const t = useTranslations('buildings');
  const to = useTo();
  const [sort, setSort] = useState<Sort<BuildingSortField>>({ field: 'CODE', direction: 'ASC' });
  const query = usePropertyBuildingsQuery({
    variables: { property: props.property, sort, first: PAGE_SIZE },
  });
  const pages = usePages(query, ({ buildings }) => buildings);
  const columns = useBuildingColumns();
  const create = props.mayEdit && (
    <Button
      component={UiLink}
      href={to(`/buildings/new?property=${props.property}`)}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t('list.create')}
    </Button>
  );
  if (pages.isLoading) return <LoadingLines />;
  if (pages.failure) return <Failure failure={pages.failure} retry={pages.retry} />;
  return (
    <>
      <Group mb="sm" justify="space-between">
        <Anchor component={UiLink} href={to(`/buildings?property=${props.property}&show=all`)}>
          {t('list.inList')}
        </Anchor>
        {pages.rows.length > 0 && create}
      </Group>
      <Card withBorder padding="xs">
        {pages.rows.length === 0 ? (
          <EmptyState title={t('list.emptyProperty.title')} action={create}>
            {t('list.emptyProperty.what')}
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption={t('list.title')}
              columns={columns}
              rows={pages.rows}
              rowKey={({ id }) => id}
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
          </>
        )}
      </Card>
    </>
  );
}

function useBuildingColumns(): Column<Row, BuildingSortField>[] {
  const t = useTranslations('buildings.columns');
  const format = useFormatter();
  const to = useTo();
  return [
    {
      key: 'code',
      title: t('building'),
      sortField: 'CODE',
      render: (row) => (
        <Anchor component={UiLink} href={to(`/buildings/${row.id}`)} fw={600}>
          {buildingText(row)}
        </Anchor>
      ),
    },
    {
      key: 'address',
      title: t('address'),
      wraps: true,
      render: ({ hasOwnAddress, address }) =>
        hasOwnAddress ? addressText(address) : t('ofProperty'),
    },
    {
      key: 'entrances',
      title: t('entrances'),
      isNumber: true,
      render: ({ entrances }) => format.number(entrances.length),
    },
    {
      key: 'units',
      title: t('units'),
      isNumber: true,
      render: ({ unitCount }) => format.number(unitCount),
    },
  ];
}
