'use client';

import { Badge } from '@mantine/core';
import { TextLink } from '@propertea/ui';
import type { Column } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import type { UnitRowFragment, UnitSortField } from '../gql/graphql';
import { addressText, buildingText } from '../unit-place/address-text';

/** The columns of the list of units, for the eye and for CSV. */
export function useUnitColumns(): Column<UnitRowFragment, UnitSortField>[] {
  const t = useTranslations('units.columns');
  const tEnums = useTranslations('enums');
  const format = useFormatter();
  const to = useTo();
  const number = (value: number | null) => (value === null ? null : format.number(value));
  const date = (value: string) => format.dateTime(new Date(value), { dateStyle: 'medium' });
  return [
    {
      key: 'reference',
      title: t('reference'),
      isFixed: true,
      render: ({ id, reference, isRetired }) => (
        <span className="ui-inline">
          <TextLink href={to(`/units/${id}`)} isStrong style={{ overflowWrap: 'anywhere' }}>
            {reference}
          </TextLink>
          {isRetired && (
            <Badge color="gray" variant="light">
              {tEnums('Life.retired')}
            </Badge>
          )}
        </span>
      ),
      text: ({ reference }) => reference,
    },
    {
      key: 'code',
      title: t('code'),
      sortField: 'CODE',
      render: ({ code }) => code,
      text: ({ code }) => code,
    },
    {
      key: 'property',
      title: t('property'),
      sortField: 'PROPERTY',
      wraps: true,
      render: ({ property }) => (
        <TextLink href={to(`/properties/${property.id}`)}>{property.name}</TextLink>
      ),
      text: ({ property }) => property.name,
    },
    {
      key: 'building',
      title: t('building'),
      render: ({ building }) =>
        building && (
          <TextLink href={to(`/buildings/${building.id}`)}>{buildingText(building)}</TextLink>
        ),
      text: ({ building }) => building?.code,
    },
    {
      key: 'entrance',
      title: t('entrance'),
      isHiddenAtFirst: true,
      render: ({ entranceCode }) => entranceCode,
      text: ({ entranceCode }) => entranceCode,
    },
    {
      key: 'floor',
      title: t('floor'),
      sortField: 'FLOOR',
      isNumber: true,
      render: ({ floor }) => number(floor),
      text: ({ floor }) => floor,
    },
    {
      key: 'category',
      title: t('category'),
      sortField: 'CATEGORY',
      render: ({ category }) => tEnums(`UnitCategory.${category}`),
      text: ({ category }) => tEnums(`UnitCategory.${category}`),
    },
    {
      key: 'bedrooms',
      title: t('bedrooms'),
      sortField: 'BEDROOMS',
      isNumber: true,
      render: ({ bedrooms }) => number(bedrooms),
      text: ({ bedrooms }) => bedrooms,
    },
    {
      key: 'bathrooms',
      title: t('bathrooms'),
      isNumber: true,
      isHiddenAtFirst: true,
      render: ({ bathrooms }) => number(bathrooms),
      text: ({ bathrooms }) => bathrooms,
    },
    {
      key: 'area',
      title: t('area'),
      sortField: 'AREA',
      isNumber: true,
      render: ({ areaSquareMetres }) => number(areaSquareMetres),
      text: ({ areaSquareMetres }) => areaSquareMetres,
    },
    {
      key: 'address',
      title: t('address'),
      wraps: true,
      isHiddenAtFirst: true,
      render: ({ address }) => addressText(address),
      text: ({ address }) => addressText(address),
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
