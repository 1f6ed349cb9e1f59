'use client';

import { Text, Textarea } from '@mantine/core';
import { ConfirmDialog } from '@propertea/ui/confirm-dialog';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { notify } from '@/shell/notify';
import { forgetLists } from '../forget';
import { useRevokeApiClientMutation } from '../gql/hooks';
import { revokeApiClient } from '../gql/rules';
import { useConfirmed } from '../use-confirmed';
import type { ApiClientDialogProps } from './api-client-dialog';

export interface RevokeApiClientProps extends ApiClientDialogProps {
  /** The client is no longer of use. */
  onGone: () => void;
}

/** Asks before an API client loses all its keys for good. */
export default function RevokeApiClient(props: RevokeApiClientProps) {
  const { isOpen, onClose, apiClient, onGone } = props;
  const { name } = apiClient;
  const t = useTranslations('apiClients.revoke');
  const [reason, setReason] = useState('');
  const [revoke] = useRevokeApiClientMutation({ update: forgetLists('apiClients') });
  const { failure, isSending, run } = useConfirmed(
    async () => {
      const input = { apiClientId: apiClient.id, reason: reason.trim() || null };
      const { data } = await revoke({ variables: { input } });
      return data?.revokeApiClient?.errors;
    },
    () => {
      void notify({ message: t('done', { name }) });
      onClose();
      onGone();
    },
  );
  return (
    <ConfirmDialog
      title={t('title', { name })}
      confirm={t('confirm')}
      isOpen={isOpen}
      isBusy={isSending}
      failure={failure}
      isDangerous
      onConfirm={run}
      onClose={onClose}
    >
      <Text>{t('what')}</Text>
      <Textarea
        label={t('reason')}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        maxLength={revokeApiClient.reason.maxLength}
        autosize
        minRows={2}
      />
    </ConfirmDialog>
  );
}
