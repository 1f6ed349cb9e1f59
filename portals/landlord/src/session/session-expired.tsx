'use client';

import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { SESSION_CHANNEL } from './channel';
import { SIGNED_IN, SIGN_IN } from './paths';
import { sessionRenewed } from './session-end';

/** Asks to sign in again in a window of its own: the page behind it keeps what was typed. */
export default function SessionExpired({ email }: { email: string }) {
  const t = useTranslations('shell.expired');

  useEffect(() => {
    const check = () => void renewIfSignedIn(email);
    const channel = new BroadcastChannel(SESSION_CHANNEL);
    channel.addEventListener('message', check);
    window.addEventListener('focus', check);
    return () => {
      channel.close();
      window.removeEventListener('focus', check);
    };
  }, [email]);

  const signIn = () => {
    const page = `${SIGN_IN}?returnTo=${encodeURIComponent(SIGNED_IN)}`;
    window.open(page, 'propertea-sign-in', 'popup,width=480,height=720');
  };
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      title={t('title')}
      closeOnEscape={false}
    >
      <Stack>
        <Text>{t('what')}</Text>
        <Group justify="flex-end">
          <Button onClick={signIn} data-autofocus>
            {t('signIn')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

async function renewIfSignedIn(email: string): Promise<void> {
  const response = await fetch('/auth/session').catch(() => undefined);
  if (!response?.ok) return;
  const session = (await response.json()) as { signedIn: boolean; user: { email: string } | null };
  if (!session.signedIn) return;
  if (session.user?.email === email) sessionRenewed();
  // Somebody else: nothing of this page is theirs.
  else window.location.assign('/');
}
