'use client';

import { FailureState } from '@propertea/ui';
import { useTranslations } from 'next-intl';

/** A page that broke while it was made; the frame around it still works. */
export function PageFailure({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations('failures');
  return (
    <FailureState title={t('unknown.title')} retry={reset} detail={error.digest}>
      {t('unknown.what')}
    </FailureState>
  );
}
