'use client';

import { EmptyState, PageHeader } from '@propertea/ui';
import { useTranslations } from 'next-intl';

/** For people who may not bring anything into the portfolio. */
export function NoImports() {
  const t = useTranslations('imports');
  return (
    <>
      <PageHeader title={t('list.title')} />
      <EmptyState title={t('noRight.title')}>{t('noRight.what')}</EmptyState>
    </>
  );
}
