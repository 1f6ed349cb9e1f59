'use client';

import { Button, Container, Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { noViewAsCookie } from './view-as-cookie';

/** The page while its cookie names a view as another member that is over: it takes the cookie away. */
export function ViewAsOver({ organization }: { organization: string }) {
  const t = useTranslations('members.viewAs.over');
  useEffect(() => {
    // oxlint-disable-next-line unicorn/no-document-cookie -- the Cookie Store API is not in every browser
    document.cookie = noViewAsCookie(organization);
  }, [organization]);
  return (
    <Container size="xs" component="main" py="xl">
      <Stack align="flex-start">
        <Title order={1} size="h2">
          {t('title')}
        </Title>
        <Text>{t('what')}</Text>
        <Button onClick={() => window.location.reload()}>{t('goOn')}</Button>
      </Stack>
    </Container>
  );
}
