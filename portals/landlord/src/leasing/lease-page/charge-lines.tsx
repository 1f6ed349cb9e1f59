'use client';

import { Text } from '@mantine/core';
import { DataTable, ListFooter, LoadingLines, Section } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useDay } from '@/shared/days/use-days';
import { Failure } from '@/shared/failure/failure';
import { usePages } from '@/shared/list/use-pages';
import { useMoney } from '@/shared/money/use-money';
import { useLeaseChargeLinesQuery } from '../gql/hooks';

/** What has become due under the lease; it is never changed, only credited. */
export function ChargeLines({ id }: { id: string }) {
  const t = useTranslations('leasing.page.lines');
  const tFields = useTranslations('leasing.fields');
  const day = useDay();
  const money = useMoney();
  const pages = usePages(
    useLeaseChargeLinesQuery({ variables: { id } }),
    ({ lease }) => lease?.chargeLines,
  );
  return (
    <Section title={t('title')}>
      {pages.isLoading ? (
        <LoadingLines rows={4} />
      ) : pages.failure ? (
        <Failure failure={pages.failure} retry={pages.retry} />
      ) : pages.rows.length === 0 ? (
        <Text c="dimmed">{t('empty')}</Text>
      ) : (
        <>
          <DataTable
            caption={t('title')}
            rows={pages.rows}
            rowKey={(line) => line.id}
            columns={[
              { key: 'dueOn', title: tFields('dueOn'), render: ({ dueOn }) => day(dueOn) },
              { key: 'label', title: tFields('label'), wraps: true, render: ({ label }) => label },
              {
                key: 'amount',
                title: tFields('amount'),
                isNumber: true,
                render: ({ amount }) => money(amount),
              },
              {
                key: 'credited',
                title: tFields('credited'),
                isNumber: true,
                render: ({ credited }) => (credited.amountMinor > 0 ? money(credited) : ''),
              },
              {
                key: 'period',
                title: tFields('period'),
                render: ({ periodStartsOn, periodEndsOn }) =>
                  `${day(periodStartsOn)} – ${day(periodEndsOn)}`,
              },
            ]}
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
    </Section>
  );
}
