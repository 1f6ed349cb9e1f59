'use client';

import { Button, Kbd } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import classes from './shell.module.css';

/** Opens the search over everything (Ctrl-K). */
export function SearchButton() {
  const t = useTranslations('shell');
  return (
    <Button variant="default" px="xs" aria-label={t('search')} aria-keyshortcuts="Control+K">
      <IconSearch size={18} aria-hidden />
      <span className={classes.word}>{t('search')}</span>
      <Kbd size="xs" className={classes.keys}>
        Ctrl K
      </Kbd>
    </Button>
  );
}
