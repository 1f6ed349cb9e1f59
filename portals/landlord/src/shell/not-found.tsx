'use client';

import { Button, Container } from '@mantine/core';
import { EmptyState, PageHeader, UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';

/** What does not exist, or not for this person: both look the same. */
export function NotFound({ isPage = false }: { isPage?: boolean }) {
  const t = useTranslations('failures.notFound');
  return (
    <Container component={isPage ? 'main' : 'div'} size="sm" py="xl">
      <PageHeader title={t('title')} />
      <EmptyState
        title={t('what')}
        action={
          <Button component={UiLink} href="/">
            {t('home')}
          </Button>
        }
      />
    </Container>
  );
}
