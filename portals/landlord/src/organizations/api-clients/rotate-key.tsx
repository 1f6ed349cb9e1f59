'use client';

import { Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormFooter } from '@/shared/forms/form-footer';
import { useCommandForm } from '@/shared/forms/use-command-form';
import { forgetHistory } from '../forget';
import { useRotateApiClientKeyMutation } from '../gql/hooks';
import { rotateApiClientKey } from '../gql/rules';
import type { ApiClientDialogProps } from './api-client-dialog';
import { KeyShown } from './key-shown';

const HOUR_MS = 60 * 60 * 1000;

/** How long the keys of until now stay good; the room lets them for thirty days at most. */
const OVERLAPS = {
  now: 0,
  hour: HOUR_MS,
  day: 24 * HOUR_MS,
  week: 7 * 24 * HOUR_MS,
  month: 28 * 24 * HOUR_MS,
} as const;
type Overlap = keyof typeof OVERLAPS;

/** Makes another key of an API client, and shows it this once. */
export default function RotateKey({ isOpen, onClose, apiClient }: ApiClientDialogProps) {
  const t = useTranslations('apiClients');
  const texts = useUiTexts();
  const [key, setKey] = useState<string>();
  const [rotate] = useRotateApiClientKeyMutation({ update: forgetHistory(apiClient) });
  const command = useCommandForm<{ overlap: Overlap }>({
    rules: rotateApiClientKey,
    initial: { overlap: 'day' },
    async send({ overlap }) {
      const overlapMs = OVERLAPS[overlap];
      const oldKeysUntil = overlapMs ? new Date(Date.now() + overlapMs).toISOString() : null;
      const input = { apiClientId: apiClient.id, oldKeysUntil };
      const { data } = await rotate({ variables: { input } });
      const { key: made, errors } = data?.rotateApiClientKey ?? {};
      if (made) setKey(made);
      return errors;
    },
  });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      closeOnClickOutside={!key}
      closeOnEscape={!key}
      title={key ? t('key.rotatedTitle') : t('rotate.title', { name: apiClient.name })}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      {key ? (
        <KeyShown name={apiClient.name} value={key} onClose={onClose} />
      ) : (
        <form onSubmit={command.submit} noValidate>
          <Stack>
            <Text>{t('rotate.what')}</Text>
            <NativeSelect
              label={t('rotate.until')}
              data={(Object.keys(OVERLAPS) as Overlap[]).map((value) => ({
                value,
                label: t(`rotate.choices.${value}`),
              }))}
              {...command.form.getInputProps('overlap')}
              data-autofocus
            />
            <FormFooter
              failure={command.failure}
              isSending={command.isSending}
              submit={t('rotate.submit')}
              onCancel={onClose}
            />
          </Stack>
        </form>
      )}
    </Modal>
  );
}
