'use client';

import { Anchor, Stack } from '@mantine/core';
import type { Column } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useGrantText } from '@/shared/grants/use-grant-text';
import type { ApiClientFieldsFragment, ApiClientSortField } from '../gql/graphql';
import { StateBadge } from './state-badge';

type Client = ApiClientFieldsFragment;

/** The columns of the list of API clients, for the eye and for CSV. */
export function useApiClientColumns(
  onOpen: (id: string) => void,
): Column<Client, ApiClientSortField>[] {
  const t = useTranslations('apiClients');
  const tState = useTranslations('enums.ApiClientState');
  const tScope = useTranslations('enums.ApiScope');
  const format = useFormatter();
  const grantText = useGrantText();
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium' });
  const keyText = ({ lastFour, expiresAt }: Client['keys'][number]) =>
    expiresAt ? t('keyUntil', { end: lastFour, date: day(expiresAt) }) : `…${lastFour}`;
  const lines = (texts: readonly string[]) => (
    <Stack gap={2}>
      {texts.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </Stack>
  );
  return [
    {
      key: 'name',
      title: t('columns.name'),
      isFixed: true,
      wraps: true,
      sortField: 'NAME',
      render: ({ id, name }) => (
        <Anchor
          component="button"
          type="button"
          fw={600}
          ta="start"
          aria-haspopup="dialog"
          onClick={() => onOpen(id)}
        >
          {name}
        </Anchor>
      ),
      text: ({ name }) => name,
    },
    {
      key: 'state',
      title: t('columns.state'),
      render: ({ state }) => <StateBadge state={state} />,
      text: ({ state }) => tState(state),
    },
    {
      key: 'roles',
      title: t('columns.roles'),
      wraps: true,
      render: ({ grants }) => lines(grants.map(grantText)),
      text: ({ grants }) => grants.map(grantText).join('; '),
    },
    {
      key: 'scopes',
      title: t('columns.scopes'),
      wraps: true,
      render: ({ scopes }) => lines(scopes.map((scope) => tScope(scope))),
      text: ({ scopes }) => scopes.map((scope) => tScope(scope)).join('; '),
    },
    {
      key: 'keys',
      title: t('columns.keys'),
      render: ({ keys }) => (keys.length > 0 ? lines(keys.map(keyText)) : '—'),
      text: ({ keys }) => keys.map(keyText).join('; '),
    },
    {
      key: 'lastUsedAt',
      title: t('columns.lastUsedAt'),
      render: ({ lastUsedAt }) => (lastUsedAt ? day(lastUsedAt) : t('neverUsed')),
      text: ({ lastUsedAt }) => lastUsedAt ?? undefined,
    },
    {
      key: 'createdAt',
      title: t('columns.createdAt'),
      sortField: 'CREATED_AT',
      render: ({ createdAt }) => day(createdAt),
      text: ({ createdAt }) => createdAt,
    },
  ];
}
