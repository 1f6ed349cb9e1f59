'use client';

import { Container, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { SESSION_CHANNEL } from './channel';

/** Tells the tabs that wait for a session that there is one, and closes its window. */
export function SignedIn() {
  const t = useTranslations('shell.expired');
  useEffect(() => {
    const channel = new BroadcastChannel(SESSION_CHANNEL);
    channel.postMessage('signed-in');
    channel.close();
    window.close();
  }, []);
  return (
    <Container component="main" py="xl">
      <Text role="status">{t('done')}</Text>
    </Container>
  );
}
