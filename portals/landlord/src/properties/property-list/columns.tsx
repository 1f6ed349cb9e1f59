'use client';

import { Badge } from '@mantine/core';
import { TextLink } from '@propertea/ui';
import type { Column } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import { addressText } from '../unit-place/address-text';
import type { PropertyListQuery, PropertySortField } from '../gql/graphql';

export type PropertyRow = NonNullable<PropertyListQuery['properties']>['nodes'][number];

/** The columns of the list of properties, for the eye and for CSV. */
export function usePropertyColumns(): Column<PropertyRow, PropertySortField>[] {
  const t = useTranslations('properties.columns');
  const tEnums = useTranslations('enums');
  const format = useFormatter();
  const to = useTo();
  return [
    {
      key: 'name',
      title: t('name'),
      sortField: 'NAME',
      isFixed: true,
      wraps: true,
      render: ({ id, name, isRetired }) => (
        <span className="ui-inline">
          <TextLink href={to(`/properties/${id}`)} isStrong>
            {name}
          </TextLink>
          {isRetired && (
            <Badge color="gray" variant="light">
              {tEnums('Life.retired')}
            </Badge>
          )}
        </span>
      ),
      text: ({ name }) => name,
    },
    {
      key: 'code',
      title: t('code'),
      sortField: 'CODE',
      render: ({ code }) => code,
      text: ({ code }) => code,
    },
    {
      key: 'type',
      title: t('type'),
      render: ({ type }) => tEnums(`PropertyType.${type}`),
      text: ({ type }) => tEnums(`PropertyType.${type}`),
    },
    {
      key: 'address',
      title: t('address'),
      wraps: true,
      render: ({ address }) => addressText(address),
      text: ({ address }) => addressText(address),
    },
    {
      key: 'city',
      title: t('city'),
      sortField: 'CITY',
      isHiddenAtFirst: true,
      render: ({ address }) => address.city,
      text: ({ address }) => address.city,
    },
    {
      key: 'company',
      title: t('company'),
      sortField: 'COMPANY',
      wraps: true,
      render: ({ company }) =>
        company && <TextLink href={to(`/companies/${company.id}`)}>{company.name}</TextLink>,
      text: ({ company }) => company?.name,
    },
    {
      key: 'units',
      title: t('units'),
      sortField: 'UNIT_COUNT',
      isNumber: true,
      render: ({ unitCount }) => format.number(unitCount),
      text: ({ unitCount }) => unitCount,
    },
    {
      key: 'createdAt',
      title: t('createdAt'),
      sortField: 'CREATED_AT',
      isHiddenAtFirst: true,
      render: ({ createdAt }) => format.dateTime(new Date(createdAt), { dateStyle: 'medium' }),
      text: ({ createdAt }) => createdAt,
    },
    {
      key: 'updatedAt',
      title: t('updatedAt'),
      sortField: 'UPDATED_AT',
      isHiddenAtFirst: true,
      render: ({ updatedAt }) => format.dateTime(new Date(updatedAt), { dateStyle: 'medium' }),
      text: ({ updatedAt }) => updatedAt,
    },
  ];
}
