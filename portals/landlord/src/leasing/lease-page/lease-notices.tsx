'use client';

import { Alert, Stack } from '@mantine/core';
import { UiLink } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useTo } from '@/session/session-provider';
import { useDay } from '@/shared/days/use-days';
import type { LeaseFactsFragment } from '../gql/graphql';

/** What somebody who opens the lease has to know first: its reservation, its notice, its end, its successor. */
export function LeaseNotices({ lease }: { lease: LeaseFactsFragment }) {
  const t = useTranslations('leasing.page.notices');
  const day = useDay();
  const format = useFormatter();
  const to = useTo();
  const { notice, renewedBy } = lease;
  const lines: { key: string; text: ReactNode }[] = [];
  if (lease.state === 'PENDING_SIGNATURE' && lease.reservedUntil) {
    const until = new Date(lease.reservedUntil);
    const date = format.dateTime(until, { dateStyle: 'medium', timeStyle: 'short' });
    lines.push({ key: 'reserved', text: t('reserved', { date }) });
  }
  if (lease.state === 'AT_WILL' && lease.atWillSince) {
    lines.push({ key: 'atWill', text: t('atWill', { date: day(lease.atWillSince) }) });
  }
  if (notice) {
    const text = t(`notice.${notice.givenBy}`, {
      received: day(notice.receivedOn),
      ends: day(notice.endsOn),
    });
    lines.push({ key: 'notice', text: notice.isShortened ? `${text} ${t('shortened')}` : text });
  } else if (lease.endedOn) {
    const ended = t('ended', { date: day(lease.endedOn) });
    const why = lease.endReason ? t('why', { reason: lease.endReason }) : '';
    lines.push({ key: 'ended', text: `${ended} ${why}`.trim() });
  }
  if (renewedBy) {
    const link = (chunks: ReactNode) => (
      <UiLink key="link" href={to(`/leases/${renewedBy.id}`)}>
        {chunks}
      </UiLink>
    );
    lines.push({
      key: 'renewed',
      text: t.rich('renewed', { number: renewedBy.number, link }),
    });
  }
  if (lines.length === 0) return null;
  return (
    <Stack gap="xs" mb="md">
      {lines.map(({ key, text }) => (
        <Alert key={key} variant="light" p="xs">
          {text}
        </Alert>
      ))}
    </Stack>
  );
}
