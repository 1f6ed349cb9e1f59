'use client';

import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import { signOut } from '@/session/sign-out';
import { useEraseMyAccountMutation } from '../gql/hooks';
import { TypedConfirmation } from './typed-confirmation';

/** Erases the account; afterwards there is nothing here to go back to. */
export default function EraseDialog(props: DialogProps) {
  const t = useTranslations('settings.privacy.erase');
  const [erase] = useEraseMyAccountMutation();
  const [isErased, setErased] = useState(false);
  if (!isErased) {
    return (
      <TypedConfirmation
        {...props}
        title={t('title')}
        what={t('gone')}
        confirm={t('confirm')}
        send={async (confirmEmail) => {
          const { data } = await erase({ variables: { input: { confirmEmail } } });
          return data?.eraseMyAccount?.errors;
        }}
        onDone={() => {
          // What this browser remembers of them goes too: recent searches, saved views, the theme.
          window.localStorage.clear();
          setErased(true);
        }}
      />
    );
  }
  const leave = () => void signOut().catch(() => window.location.assign('/'));
  return (
    <Modal
      opened
      onClose={leave}
      title={t('done')}
      withCloseButton={false}
      closeOnClickOutside={false}
    >
      <Stack>
        <Text role="status">{t('doneWhat')}</Text>
        <Group justify="flex-end">
          <Button onClick={leave} data-autofocus>
            {t('goodbye')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
