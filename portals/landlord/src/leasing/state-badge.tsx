'use client';

import { Badge } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { LeaseState } from './gql/graphql';

const COLORS: Partial<Record<LeaseState, string>> = {
  PENDING_SIGNATURE: 'yellow',
  FUTURE: 'blue',
  ACTIVE: 'green',
  NOTICE_GIVEN: 'orange',
  AT_WILL: 'orange',
};

/** Where a lease stands. */
export function StateBadge({ state }: { state: LeaseState }) {
  const t = useTranslations('enums.LeaseState');
  return (
    <Badge
      variant="light"
      color={COLORS[state] ?? 'gray'}
      miw="max-content"
      // The framework's own text on a light ground is too pale.
      c="var(--mantine-color-text)"
    >
      {t(state)}
    </Badge>
  );
}
