import { LOCALE_COOKIE } from './locales';
import type { Locale } from './locales';

const YEAR_S = 31_536_000;

/** The cookie of a language, as `document.cookie` takes it; null takes it away. */
export function localeCookie(locale: Locale | null): string {
  return `${LOCALE_COOKIE}=${locale ?? ''}; path=/; max-age=${locale ? YEAR_S : 0}; samesite=lax`;
}

/** Makes this browser keep a language, or forget it. */
export function keepLocale(locale: Locale | null): void {
  // oxlint-disable-next-line unicorn/no-document-cookie -- the Cookie Store API is not in every browser
  document.cookie = localeCookie(locale);
}

/** Whether this browser keeps a language already. */
export function isLocaleKept(): boolean {
  return document.cookie.split('; ').some((cookie) => cookie.startsWith(`${LOCALE_COOKIE}=`));
}
