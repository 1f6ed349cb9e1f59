'use client';

import { Badge } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ApiClientState } from '../gql/graphql';

const COLORS: Record<ApiClientState, string> = {
  ACTIVE: 'leaf',
  EXPIRED: 'yellow',
  CREATOR_LEFT: 'red',
  REVOKED: 'gray',
};

/** Whether the keys of an API client are good. */
export function StateBadge({ state }: { state: ApiClientState }) {
  const t = useTranslations('enums.ApiClientState');
  return (
    <Badge color={COLORS[state]} variant="light" miw="max-content">
      {t(state)}
    </Badge>
  );
}
