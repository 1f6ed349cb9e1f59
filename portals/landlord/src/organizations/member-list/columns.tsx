'use client';

import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import type { Column } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useSession } from '@/session/session-provider';
import { useGrantText } from '@/shared/grants/use-grant-text';
import type { MemberFieldsFragment, MemberSortField } from '../gql/graphql';

/** The columns of the list of members, for the eye and for CSV. */
export function useMemberColumns(
  onOpen: (id: string) => void,
): Column<MemberFieldsFragment, MemberSortField>[] {
  const t = useTranslations('members');
  const format = useFormatter();
  const grantText = useGrantText();
  const { viewer } = useSession();
  return [
    {
      key: 'name',
      title: t('columns.name'),
      isFixed: true,
      wraps: true,
      render: ({ id, user }) => (
        <Group gap="xs">
          <Anchor
            component="button"
            type="button"
            fw={600}
            ta="start"
            aria-haspopup="dialog"
            onClick={() => onOpen(id)}
          >
            {user?.name ?? t('erased')}
          </Anchor>
          {user?.id === viewer.id && <Badge variant="light">{t('you')}</Badge>}
        </Group>
      ),
      text: ({ user }) => user?.name,
    },
    {
      key: 'email',
      title: t('columns.email'),
      render: ({ user }) => (
        <Text component="span" size="sm" miw={0} style={{ overflowWrap: 'break-word' }}>
          {user?.email}
        </Text>
      ),
      text: ({ user }) => user?.email,
    },
    {
      key: 'roles',
      title: t('columns.roles'),
      wraps: true,
      render: ({ grants }) =>
        grants.length > 0 ? (
          <Stack gap={2}>
            {grants.map((grant) => (
              <span key={grant.id}>{grantText(grant)}</span>
            ))}
          </Stack>
        ) : (
          <Text c="dimmed">{t('noRoles')}</Text>
        ),
      text: ({ grants }) => grants.map((grant) => grantText(grant)).join('; '),
    },
    {
      key: 'joinedAt',
      title: t('columns.joinedAt'),
      sortField: 'CREATED_AT',
      render: ({ joinedAt }) => format.dateTime(new Date(joinedAt), { dateStyle: 'medium' }),
      text: ({ joinedAt }) => joinedAt,
    },
  ];
}
