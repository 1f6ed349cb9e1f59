import '@propertea/ui/mantine.css';
import '@propertea/ui/styles.css';
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { FEATURE_NAMESPACES } from '@/i18n/namespaces';
import { Appearance } from '@/shell/appearance';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell');
  return {
    title: { default: 'ProperTea', template: '%s · ProperTea' },
    description: t('description'),
    applicationName: 'ProperTea',
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#242424' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang={await getLocale()} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" />
      </head>
      <body>
        <NextIntlClientProvider messages={omit(await getMessages(), FEATURE_NAMESPACES)}>
          <Appearance nonce={nonce}>{children}</Appearance>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

function omit<Texts extends object>(texts: Texts, names: readonly string[]): Partial<Texts> {
  const kept = Object.entries(texts).filter(([name]) => !names.includes(name));
  return Object.fromEntries(kept) as Partial<Texts>;
}
