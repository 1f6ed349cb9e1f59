'use client';

import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useTranslations } from 'next-intl';

/** Says that what is on the screen cannot be saved now. */
export function OfflineNotice() {
  const t = useTranslations('failures');
  const { online } = useNetwork();
  if (online) return null;
  return (
    <Alert color="yellow" title={t('offline.title')} role="status" mb="md">
      {t('offline.what')}
    </Alert>
  );
}
