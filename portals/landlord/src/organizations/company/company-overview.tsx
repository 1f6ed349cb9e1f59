'use client';

import { Anchor } from '@mantine/core';
import { Facts, UiLink } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import { useCurrencyName } from '../company-list/currency-name';
import type { CompanyPageQuery } from '../gql/graphql';

type Company = NonNullable<CompanyPageQuery['company']>;

/** What a company is, and how much it owns within the reach of the person. */
export function CompanyOverview({ company }: { company: Company }) {
  const t = useTranslations('companies');
  const format = useFormatter();
  const currencyName = useCurrencyName();
  const to = useTo();
  const properties = (show: 'live' | 'retired', count: number | undefined) =>
    count === undefined ? undefined : (
      <Anchor
        component={UiLink}
        href={to(`/properties?companies=${company.id}${show === 'live' ? '' : `&show=${show}`}`)}
      >
        {format.number(count)}
      </Anchor>
    );
  return (
    <Facts
      facts={[
        [t('columns.name'), company.name],
        [t('columns.code'), company.code],
        [t('columns.currency'), currencyName(company.currency)],
        [
          t('columns.createdAt'),
          format.dateTime(new Date(company.createdAt), { dateStyle: 'medium' }),
        ],
        [t('page.liveProperties'), properties('live', company.liveProperties?.totalCount)],
        [t('page.retiredProperties'), properties('retired', company.retiredProperties?.totalCount)],
      ]}
    />
  );
}
