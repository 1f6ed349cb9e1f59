'use client';

import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl';
import type { Messages } from 'next-intl';
import type { ReactNode } from 'react';

/** Texts beside those that every page has. */
export function MoreMessages(props: { messages: Partial<Messages>; children: ReactNode }) {
  const known = useMessages();
  return (
    <NextIntlClientProvider locale={useLocale()} messages={{ ...known, ...props.messages }}>
      {props.children}
    </NextIntlClientProvider>
  );
}
