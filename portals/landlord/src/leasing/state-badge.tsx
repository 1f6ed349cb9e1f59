'use client';

import { Badge } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { LeaseState } from './gql/graphql';

const COLORS: Partial<Record<LeaseState, string>> = {
  DRAFT: 'gray',
  PENDING_SIGNATURE: 'yellow',
  FUTURE: 'blue',
  ACTIVE: 'teal',
  NOTICE_GIVEN: 'orange',
  AT_WILL: 'orange',
};

/** Where a lease stands. */
export function StateBadge({ state }: { state: LeaseState }) {
  const t = useTranslations('enums.LeaseState');
  return (
    <Badge variant="light" color={COLORS[state] ?? 'gray'} miw="max-content">
      {t(state)}
    </Badge>
  );
}
