import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { LOCALE_COOKIE, isLocale, localeFor } from './locales';
import { NAMESPACES } from './namespaces';

/** The language of a page: what the person chose here, else what the browser asks for. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale = isLocale(chosen) ? chosen : localeFor((await headers()).get('accept-language'));
  const files = await Promise.all(
    NAMESPACES.map(async (name) => {
      const file = (await import(`../../messages/${locale}/${name}.json`)) as { default: object };
      return [name, file.default] as const;
    }),
  );
  return { locale, timeZone: 'UTC', messages: Object.fromEntries(files) };
});
