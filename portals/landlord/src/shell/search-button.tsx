'use client';

import { Button, Kbd } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';

/** Opens the search over everything (Ctrl-K). */
export function SearchButton() {
  const t = useTranslations('shell');
  return (
    <Button
      variant="default"
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={<Kbd size="xs">Ctrl K</Kbd>}
      aria-label={t('search')}
      aria-keyshortcuts="Control+K"
    >
      {t('search')}
    </Button>
  );
}
