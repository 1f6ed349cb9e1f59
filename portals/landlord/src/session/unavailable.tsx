'use client';

import { Container } from '@mantine/core';
import { FailureState, PageHeader } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';

/** The page while the gateway cannot say who looks at it; `retry` is where to try again, else here. */
export function Unavailable({ retry }: { retry?: string }) {
  const t = useTranslations('failures.unavailable');
  const router = useRouter();
  const again = () => (retry === undefined ? router.refresh() : window.location.assign(retry));
  return (
    <Container size="xs" component="main" py="xl">
      <PageHeader title={t('page')} />
      <FailureState title={t('title')} retry={again}>
        {t('what')}
      </FailureState>
    </Container>
  );
}
