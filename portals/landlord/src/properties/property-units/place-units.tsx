'use client';

import { Anchor, Button, Card, Group } from '@mantine/core';
import { DataTable, EmptyState, ListFooter, LoadingLines, UiLink } from '@propertea/ui';
import type { Column, Sort } from '@propertea/ui';
import { IconPlus } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTo } from '@/session/session-provider';
import { Failure } from '@/shared/failure/failure';
import { usePages } from '@/shared/list/use-pages';
import type { PlaceUnitsQuery, UnitSortField } from '../gql/graphql';
import { usePlaceUnitsQuery } from '../gql/hooks';
import { buildingText } from '../unit-place/address-text';

type Row = NonNullable<PlaceUnitsQuery['units']>['nodes'][number];
type Place = { propertyId: string } | { buildingId: string };

/** The live units of a property or of a building, as a table. */
export default function PlaceUnits({ place, mayEdit }: { place: Place; mayEdit: boolean }) {
  const t = useTranslations('properties.unitTable');
  const to = useTo();
  const [sort, setSort] = useState<Sort<UnitSortField>>({ field: 'CODE', direction: 'ASC' });
  const query = usePlaceUnitsQuery({ variables: { filter: place, sort } });
  const pages = usePages(query, ({ units }) => units);
  const isProperty = 'propertyId' in place;
  const columns = useUnitColumns(isProperty);
  const named = isProperty ? `property=${place.propertyId}` : `building=${place.buildingId}`;
  const create = mayEdit && (
    <Button
      component={UiLink}
      href={to(`/units/new?${named}`)}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t('create')}
    </Button>
  );
  if (pages.isLoading) return <LoadingLines />;
  if (pages.failure) return <Failure failure={pages.failure} retry={pages.retry} />;
  return (
    <>
      <Group mb="sm" justify="space-between">
        <Anchor component={UiLink} href={to(`/units?${named}`)}>
          {t('inList')}
        </Anchor>
        {pages.rows.length > 0 && create}
      </Group>
      <Card withBorder padding="xs">
        {pages.rows.length === 0 ? (
          <EmptyState title={t('empty')} action={create} />
        ) : (
          <>
            <DataTable
              caption={t('title')}
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

function useUnitColumns(hasBuilding: boolean): Column<Row, UnitSortField>[] {
  const t = useTranslations('properties.unitTable.columns');
  const tEnums = useTranslations('enums.UnitCategory');
  const format = useFormatter();
  const to = useTo();
  const number = (value: number | null) => (value === null ? '—' : format.number(value));
  const building: Column<Row, UnitSortField> = {
    key: 'building',
    title: t('building'),
    render: ({ building: one }) =>
      one ? (
        <Anchor component={UiLink} href={to(`/buildings/${one.id}`)}>
          {buildingText(one)}
        </Anchor>
      ) : (
        '—'
      ),
  };
  return [
    {
      key: 'code',
      title: t('code'),
      sortField: 'CODE',
      render: ({ id, code }) => (
        <Anchor component={UiLink} href={to(`/units/${id}`)} fw={600}>
          {code}
        </Anchor>
      ),
    },
    ...(hasBuilding ? [building] : []),
    { key: 'entrance', title: t('entrance'), render: ({ entranceCode }) => entranceCode ?? '—' },
    {
      key: 'category',
      title: t('category'),
      sortField: 'CATEGORY',
      render: ({ category }) => tEnums(category),
    },
    {
      key: 'floor',
      title: t('floor'),
      sortField: 'FLOOR',
      isNumber: true,
      render: ({ floor }) => number(floor),
    },
    {
      key: 'bedrooms',
      title: t('bedrooms'),
      sortField: 'BEDROOMS',
      isNumber: true,
      render: ({ bedrooms }) => number(bedrooms),
    },
    {
      key: 'area',
      title: t('area'),
      sortField: 'AREA',
      isNumber: true,
      render: ({ areaSquareMetres }) => number(areaSquareMetres),
    },
  ];
}
