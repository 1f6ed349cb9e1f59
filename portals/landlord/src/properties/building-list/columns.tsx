'use client';

import { Badge } from '@mantine/core';
import { TextLink } from '@propertea/ui';
import type { Column } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import type { BuildingListQuery, BuildingSortField } from '../gql/graphql';
import { addressText } from '../unit-place/address-text';

export type BuildingRow = NonNullable<BuildingListQuery['buildings']>['nodes'][number];
type BuildingColumn = Column<BuildingRow, BuildingSortField>;

/** The columns of the list of buildings, for the eye and for CSV. */
export function useBuildingColumns(): BuildingColumn[] {
  const t = useTranslations('buildings.columns');
  const tEnums = useTranslations('enums');
  const format = useFormatter();
  const to = useTo();
  const date = (instant: string) => format.dateTime(new Date(instant), { dateStyle: 'medium' });
  return [
    {
      key: 'code',
      title: t('code'),
      sortField: 'CODE',
      isFixed: true,
      render: ({ id, code, isRetired }) => (
        <span className="ui-inline">
          <TextLink href={to(`/buildings/${id}`)} isStrong>
            {code}
          </TextLink>
          {isRetired && (
            <Badge color="gray" variant="light">
              {tEnums('Life.retired')}
            </Badge>
          )}
        </span>
      ),
      text: ({ code }) => code,
    },
    {
      key: 'name',
      title: t('name'),
      sortField: 'NAME',
      wraps: true,
      render: ({ name }) => name ?? '—',
      text: ({ name }) => name,
    },
    {
      key: 'property',
      title: t('property'),
      wraps: true,
      render: ({ property }) => (
        <TextLink href={to(`/properties/${property.id}`)}>
          {`${property.name} (${property.code})`}
        </TextLink>
      ),
      text: ({ property }) => property.name,
    },
    {
      key: 'company',
      title: t('company'),
      wraps: true,
      isHiddenAtFirst: true,
      render: ({ property: { company } }) =>
        company && <TextLink href={to(`/companies/${company.id}`)}>{company.name}</TextLink>,
      text: ({ property }) => property.company?.name,
    },
    {
      key: 'address',
      title: t('address'),
      wraps: true,
      render: ({ address }) => addressText(address),
      text: ({ address }) => addressText(address),
    },
    {
      key: 'entrances',
      title: t('entrances'),
      isNumber: true,
      render: ({ entrances }) => format.number(entrances.length),
      text: ({ entrances }) => entrances.length,
    },
    {
      key: 'units',
      title: t('units'),
      isNumber: true,
      render: ({ unitCount }) => format.number(unitCount),
      text: ({ unitCount }) => unitCount,
    },
    {
      key: 'createdAt',
      title: t('createdAt'),
      sortField: 'CREATED_AT',
      isHiddenAtFirst: true,
      render: ({ createdAt }) => date(createdAt),
      text: ({ createdAt }) => createdAt,
    },
    {
      key: 'updatedAt',
      title: t('updatedAt'),
      sortField: 'UPDATED_AT',
      isHiddenAtFirst: true,
      render: ({ updatedAt }) => date(updatedAt),
      text: ({ updatedAt }) => updatedAt,
    },
  ];
}
