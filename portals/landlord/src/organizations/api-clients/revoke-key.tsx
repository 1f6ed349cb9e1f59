'use client';

import { Text } from '@mantine/core';
import { ConfirmDialog } from '@propertea/ui/confirm-dialog';
import { useTranslations } from 'next-intl';
import { notify } from '@/shell/notify';
import type { ApiClientFieldsFragment } from '../gql/graphql';
import { useRevokeApiClientKeyMutation } from '../gql/hooks';
import { forgetHistory } from '../forget';
import { useConfirmed } from '../use-confirmed';
import type { ApiClientDialogProps } from './api-client-dialog';

export interface RevokeKeyProps extends ApiClientDialogProps {
  apiKey: ApiClientFieldsFragment['keys'][number];
}

/** Asks before one key of an API client stops working. */
export default function RevokeKey({ isOpen, onClose, apiClient, apiKey }: RevokeKeyProps) {
  const t = useTranslations('apiClients.revokeKey');
  const [revoke] = useRevokeApiClientKeyMutation({ update: forgetHistory(apiClient) });
  const { failure, isSending, run } = useConfirmed(
    async () => {
      const { data } = await revoke({ variables: { input: { apiKeyId: apiKey.id } } });
      return data?.revokeApiClientKey?.errors;
    },
    () => {
      void notify({ message: t('done') });
      onClose();
    },
  );
  return (
    <ConfirmDialog
      title={t('title', { end: apiKey.lastFour })}
      confirm={t('confirm')}
      isOpen={isOpen}
      isBusy={isSending}
      failure={failure}
      isDangerous
      onConfirm={run}
      onClose={onClose}
    >
      <Text>{t('what', { name: apiClient.name })}</Text>
    </ConfirmDialog>
  );
}
