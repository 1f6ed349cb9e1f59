'use client';

import { LoadingLines, Section } from '@propertea/ui';
import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Failure } from '@/shared/failure/failure';
import { useLeaseScheduleQuery } from '../gql/hooks';
import { ScheduleTable } from '../schedule-table';

/** What the lease will charge in the twelve months to come. */
export function LeaseScheduleSection({ id }: { id: string }) {
  const t = useTranslations('leasing.schedule');
  const { data, loading, error, refetch } = useLeaseScheduleQuery({ variables: { id } });
  const lines = data?.lease?.schedule;
  return (
    <Section title={t('title')}>
      {lines?.length === 0 && <Text c="dimmed">{t('empty')}</Text>}
      {lines && lines.length > 0 && <ScheduleTable lines={lines} />}
      {!lines && loading && <LoadingLines rows={4} />}
      {!lines && !loading && (
        <Failure failure={error} retry={() => void refetch().catch(() => undefined)} />
      )}
    </Section>
  );
}
