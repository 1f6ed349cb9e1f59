'use client';

import { Button, Kbd } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession, useTo } from '@/session/session-provider';
import { dialogOnDemand } from '@/shared/dialog/dialog-on-demand';
import { notify } from './notify';
import { placesFor } from './places';
import { asksForSearch } from './search-keys';
import classes from './shell.module.css';

const load = () => import('@/search/search-dialog');
const SearchDialog = dialogOnDemand(load);
/** Fetches the search while the wish for it is being expressed; what fails then is told when it is opened. */
const warm = () => void load().catch(() => undefined);

/** Opens the search over everything, by hand or by keys; the search itself is loaded with the first wish for it. */
export function SearchButton() {
  const t = useTranslations('shell');
  const tFailure = useTranslations('failures');
  const { rights } = useSession();
  const to = useTo();
  const [isOpen, setOpen] = useState(false);
  // What is typed after the keys and before the search is there belongs to it.
  const early = useRef('');
  const isWaiting = useRef(false);

  const open = useCallback(async () => {
    early.current = '';
    isWaiting.current = true;
    try {
      await load();
      setOpen(true);
    } catch {
      isWaiting.current = false;
      await notify({ message: tFailure('unavailable.what'), isFailure: true });
    }
  }, [tFailure]);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Control' || event.key === 'Meta') warm();
      else if (isWaiting.current && isLetter(event)) early.current += event.key;
      else if (!asksForSearch(event) || isModalOpen()) return;
      else void open();
      if (event.key !== 'Control' && event.key !== 'Meta') event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [open]);

  return (
    <>
      <Button
        variant="default"
        px="xs"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onPointerEnter={warm}
        onFocus={warm}
        onClick={() => void open()}
      >
        <IconSearch size={18} aria-hidden />
        <span className={classes.word}>{t('search')}</span>
        <Kbd size="xs" className={classes.keys} aria-hidden>
          Ctrl K
        </Kbd>
      </Button>
      <SearchDialog
        isOpen={isOpen}
        onClose={() => {
          isWaiting.current = false;
          setOpen(false);
        }}
        takeEarly={() => {
          isWaiting.current = false;
          return early.current;
        }}
        pages={placesFor(rights).map(({ path, name, Icon }) => ({
          href: to(path),
          title: t(`places.${name}`),
          Icon,
        }))}
      />
    </>
  );
}

function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey;
}

/** What stands in a dialog is not to be left behind by a key. */
function isModalOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}
