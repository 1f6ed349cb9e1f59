'use client';

import { Modal } from '@mantine/core';
import { useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useCommandForm } from '@/shared/forms/use-command-form';
import { notify } from '@/shell/notify';
import { forgetHistory } from '../forget';
import { useChangeApiClientMutation } from '../gql/hooks';
import { changeApiClient } from '../gql/rules';
import type { ApiClientDialogProps } from './api-client-dialog';
import { ApiClientForm } from './api-client-form';
import { inputOf, valuesOf } from './api-client-values';

/** Says anew what an API client is called, may do and how long. */
export default function ChangeApiClient({ isOpen, onClose, apiClient }: ApiClientDialogProps) {
  const t = useTranslations('apiClients.form');
  const texts = useUiTexts();
  const [change] = useChangeApiClientMutation({ update: forgetHistory(apiClient) });
  const command = useCommandForm({
    rules: changeApiClient,
    initial: valuesOf(apiClient),
    async send(values) {
      const { id: apiClientId, version } = apiClient;
      const input = { apiClientId, version, ...inputOf(values, apiClient) };
      const { data } = await change({ variables: { input } });
      return data?.changeApiClient?.errors;
    },
    onDone() {
      void notify({ message: t('changed') });
      onClose();
    },
  });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('change', { name: apiClient.name })}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <ApiClientForm command={command} submit={t('submitChange')} onCancel={onClose} />
    </Modal>
  );
}
