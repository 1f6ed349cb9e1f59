'use client';

import { Badge } from '@mantine/core';
import { TextLink } from '@propertea/ui';
import type { Column } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import type { CompanyFieldsFragment, CompanySortField } from '../gql/graphql';
import { useCurrencyName } from './currency-name';

/** The columns of the list of companies, for the eye and for CSV. */
export function useCompanyColumns(): Column<CompanyFieldsFragment, CompanySortField>[] {
  const t = useTranslations('companies.columns');
  const tEnums = useTranslations('enums');
  const format = useFormatter();
  const currencyName = useCurrencyName();
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
          <TextLink href={to(`/companies/${id}`)} isStrong>
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
      key: 'currency',
      title: t('currency'),
      render: ({ currency }) => currencyName(currency),
      text: ({ currency }) => currency,
    },
    {
      key: 'createdAt',
      title: t('createdAt'),
      sortField: 'CREATED_AT',
      render: ({ createdAt }) => format.dateTime(new Date(createdAt), { dateStyle: 'medium' }),
      text: ({ createdAt }) => createdAt,
    },
  ];
}
