'use client';

import { ActionIcon, Card, Group, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSession } from '@/session/session-provider';
import { dialogOnDemand } from '@/shared/dialog/dialog-on-demand';
import type { ApiClientFieldsFragment } from '../gql/graphql';
import type { RevokeKeyProps } from './revoke-key';

const RevokeKey = dialogOnDemand<RevokeKeyProps>(() => import('./revoke-key'));

/** The keys of an API client that are good; administrators revoke one after a question. */
export function KeyList(props: {
  apiClient: ApiClientFieldsFragment;
  onDialog: (hasDialog: boolean) => void;
}) {
  const { apiClient } = props;
  const t = useTranslations('apiClients.client');
  const tList = useTranslations('apiClients');
  const format = useFormatter();
  const { rights } = useSession();
  const [leaving, setLeaving] = useState<RevokeKeyProps['apiKey']>();
  const [isAsking, setAsking] = useState(false);
  const ask = (isOpen: boolean) => {
    setAsking(isOpen);
    props.onDialog(isOpen);
  };
  const when = (at: string) =>
    format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  if (apiClient.keys.length === 0) return <Text c="dimmed">{tList('noKeys')}</Text>;
  return (
    <>
      <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {apiClient.keys.map((key) => (
          <Card key={key.id} component="li" withBorder padding="xs">
            <Group justify="space-between" wrap="nowrap">
              <div>
                <Text fw={600}>{t('key', { end: key.lastFour })}</Text>
                <Text size="sm" c="dimmed">
                  {[
                    t('keySince', { date: when(key.createdAt) }),
                    ...(key.expiresAt ? [t('keyUntil', { date: when(key.expiresAt) })] : []),
                    key.lastUsedAt ? t('keyUsed', { date: when(key.lastUsedAt) }) : t('keyUnused'),
                  ].join(' · ')}
                </Text>
              </div>
              {rights.mayAdminister && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-haspopup="dialog"
                  aria-label={t('revokeKey', { end: key.lastFour })}
                  onClick={() => {
                    setLeaving(key);
                    ask(true);
                  }}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              )}
            </Group>
          </Card>
        ))}
      </Stack>
      {leaving && (
        <RevokeKey
          apiClient={apiClient}
          apiKey={leaving}
          isOpen={isAsking}
          onClose={() => ask(false)}
        />
      )}
    </>
  );
}
