'use client';

import { Container } from '@mantine/core';
import { FailureState } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';

/** The page while the gateway cannot say who looks at it. */
export function Unavailable() {
  const t = useTranslations('failures');
  const router = useRouter();
  return (
    <Container size="xs" component="main" py="xl">
      <FailureState title={t('unavailable.title')} retry={() => router.refresh()}>
        {t('unavailable.what')}
      </FailureState>
    </Container>
  );
}
