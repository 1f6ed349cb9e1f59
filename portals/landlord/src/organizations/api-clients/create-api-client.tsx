'use client';

import { Modal } from '@mantine/core';
import { useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import { useCommandForm } from '@/shared/forms/use-command-form';
import { forgetLists } from '../forget';
import { useCreateApiClientMutation } from '../gql/hooks';
import { createApiClient } from '../gql/rules';
import { ApiClientForm } from './api-client-form';
import { NEW_CLIENT, inputOf } from './api-client-values';
import { KeyShown } from './key-shown';

/** Creates an API client, and shows its key that cannot be had again. */
export default function CreateApiClient({ isOpen, onClose }: DialogProps) {
  const t = useTranslations('apiClients');
  const texts = useUiTexts();
  const [made, setMade] = useState<{ name: string; key: string }>();
  const [create] = useCreateApiClientMutation({ update: forgetLists('apiClients') });
  const command = useCommandForm({
    rules: createApiClient,
    initial: NEW_CLIENT,
    async send(values) {
      const { data } = await create({ variables: { input: inputOf(values) } });
      const { apiClient, key, errors } = data?.createApiClient ?? {};
      if (apiClient && key) setMade({ name: apiClient.name, key });
      return errors;
    },
  });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      // The key is shown once: neither a click beside it nor a key that was pressed too often may lose it.
      closeOnClickOutside={!made}
      closeOnEscape={!made}
      title={made ? t('key.createdTitle') : t('create')}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      {made ? (
        <KeyShown name={made.name} value={made.key} onClose={onClose} />
      ) : (
        <ApiClientForm command={command} submit={t('form.submit')} onCancel={onClose} />
      )}
    </Modal>
  );
}
