/** The languages of this portal, each by its own name. */
export const LOCALES = { en: 'English', uk: 'Українська', de: 'Deutsch' } as const;
export type Locale = keyof typeof LOCALES;
export const LOCALE_COOKIE = 'propertea-locale';

export function isLocale(text: string | undefined): text is Locale {
  return text !== undefined && text in LOCALES;
}

/** The first of ours that the browser asks for; English without one. */
export function localeFor(acceptLanguage: string | null): Locale {
  const asked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return asked.find(isLocale) ?? 'en';
}
