'use client';

import { useLocale } from 'next-intl';
import { useEffect } from 'react';
import { isLocaleKept, keepLocale } from './locale-cookie';

/** Keeps the language in which the portal was first shown to somebody, so that no page has to find it out again. */
export function KeepLocale() {
  const locale = useLocale();
  useEffect(() => {
    if (!isLocaleKept()) keepLocale(locale);
  }, [locale]);
  return null;
}
