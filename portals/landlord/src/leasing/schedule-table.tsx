'use client';

import { DataTable } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useDay } from '@/shared/days/use-days';
import { useMoney } from '@/shared/money/use-money';
import type { ScheduleLineFragment } from './gql/graphql';

/** What is to be paid when, for which days, and how a part of a period was counted. */
export function ScheduleTable({ lines }: { lines: readonly ScheduleLineFragment[] }) {
  const t = useTranslations('leasing.schedule');
  const tFields = useTranslations('leasing.fields');
  const day = useDay();
  const money = useMoney();
  return (
    <DataTable
      caption={t('title')}
      rows={lines}
      rowKey={({ label, dueOn, periodStartsOn, kind }) =>
        [kind, label, dueOn, periodStartsOn].join(' ')
      }
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
          key: 'period',
          title: tFields('period'),
          render: ({ periodStartsOn, periodEndsOn }) =>
            periodStartsOn === periodEndsOn
              ? day(periodStartsOn)
              : `${day(periodStartsOn)} – ${day(periodEndsOn)}`,
        },
        {
          key: 'explanation',
          title: tFields('explanation'),
          wraps: true,
          render: ({ explanation, isProrated }) => (isProrated ? explanation : ''),
        },
      ]}
    />
  );
}
