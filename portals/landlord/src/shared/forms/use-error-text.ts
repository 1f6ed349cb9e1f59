'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** The room's own words are English; they are used there and where no other text is known. */
export function useErrorText(): (error: { code: string; message: string }) => string {
  const t = useTranslations('forms.codes');
  const locale = useLocale();
  return useCallback(
    ({ code, message }) => {
      const key = code as Parameters<typeof t.has>[0];
      return locale !== 'en' && t.has(key) ? t(key, { message }) : message;
    },
    [t, locale],
  );
}
