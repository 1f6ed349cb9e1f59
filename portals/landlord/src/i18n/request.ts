import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { ownLocale } from '@/session/own-locale';
import { LOCALE_COOKIE, isLocale, localeFor } from './locales';
import { NAMESPACES } from './namespaces';

/** The language of a page: what this browser keeps, else what the person once chose, else what the browser asks for. */
export default getRequestConfig(async () => {
  const kept = (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale = isLocale(kept)
    ? kept
    : ((await ownLocale()) ?? localeFor((await headers()).get('accept-language')));
  const files = await Promise.all(
    NAMESPACES.map(async (name) => {
      const file = (await import(`../../messages/${locale}/${name}.json`)) as { default: object };
      return [name, file.default] as const;
    }),
  );
  return { locale, timeZone: 'UTC', messages: Object.fromEntries(files) };
});
