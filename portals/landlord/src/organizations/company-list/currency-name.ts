'use client';

import { useLocale } from 'next-intl';
import { useCallback, useMemo } from 'react';

/** A currency by code and name, such as "EUR · Euro". */
export function useCurrencyName(): (code: string) => string {
  const locale = useLocale();
  const names = useMemo(() => new Intl.DisplayNames(locale, { type: 'currency' }), [locale]);
  return useCallback((code) => `${code} · ${names.of(code) ?? code}`, [names]);
}
