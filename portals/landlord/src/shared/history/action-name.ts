'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** What happened, such as `company.changed`, as people say it; its own name where no other is known. */
export function useActionName(): (action: string) => string {
  const t = useTranslations('history.actions');
  return useCallback(
    (action) => {
      const key = action.replaceAll('.', '_') as Parameters<typeof t.has>[0];
      return t.has(key) ? t(key) : action;
    },
    [t],
  );
}
