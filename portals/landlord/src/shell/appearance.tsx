'use client';

import { MantineProvider } from '@mantine/core';
import { LinkComponent, UiProvider, theme } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { nameNoticeClose } from './notify';
import { RouterLink } from './router-link';

/** Theme, words of the shared parts, state in the address: what every page stands on. */
export function Appearance({
  nonce,
  children,
}: {
  nonce: string | undefined;
  children: ReactNode;
}) {
  const t = useTranslations('ui');
  const texts = useMemo(
    () => ({
      search: t('search'),
      clear: t('clear'),
      columns: t('columns'),
      filters: t('filters'),
      loadMore: t('loadMore'),
      loading: t('loading'),
      cancel: t('cancel'),
      close: t('close'),
      retry: t('retry'),
      asTable: t('asTable'),
      asChart: t('asChart'),
      selectRow: t('selectRow'),
      selectAll: t('selectAll'),
      sortAscending: t('sortAscending'),
      sortDescending: t('sortDescending'),
      actions: t('actions'),
      showing: (shown: number, total: number) => t('showing', { shown, total }),
      selected: (count: number) => t('selected', { count }),
    }),
    [t],
  );
  useEffect(() => nameNoticeClose(texts.close), [texts]);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce ?? ''}>
      <NuqsAdapter>
        <UiProvider texts={texts}>
          <LinkComponent value={RouterLink}>{children}</LinkComponent>
        </UiProvider>
      </NuqsAdapter>
    </MantineProvider>
  );
}
