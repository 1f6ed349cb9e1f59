'use client';

import { FailureState } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { failureKind, requestIdOf } from '@/graph/failures';

/** What could not be shown, why, and what to do: in the place where it would have been. */
export function Failure({ failure, retry }: { failure: unknown; retry?: () => void }) {
  const t = useTranslations('failures');
  const kind = failureKind(failure);
  const requestId = requestIdOf(failure);
  return (
    <FailureState
      title={t(`${kind}.title`)}
      retry={kind === 'forbidden' || kind === 'notFound' ? undefined : retry}
      detail={requestId && kind === 'unknown' ? t('requestId', { requestId }) : undefined}
    >
      {t(`${kind}.what`)}
    </FailureState>
  );
}
