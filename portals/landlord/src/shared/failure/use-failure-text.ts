'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { failureKind } from '@/graph/failures';

/** A failure in one sentence that says what to do. */
export function useFailureText(): (failure: unknown) => string {
  const t = useTranslations('failures');
  return useCallback((failure) => t(`${failureKind(failure)}.what`), [t]);
}
