'use client';

import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import type { PageOption } from './options';
import { SearchBox } from './search-box';

export interface SearchDialogProps {
  isOpen: boolean;
  onClose: () => void;
  /** Gives what was typed before the search was there. */
  takeEarly: () => string;
  pages: readonly PageOption[];
}

/** The search over everything, above the page; a page of its own on phones. */
export default function SearchDialog({ isOpen, onClose, ...rest }: SearchDialogProps) {
  const t = useTranslations('search');
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  return (
    <Modal.Root
      opened={isOpen}
      onClose={onClose}
      fullScreen={isPhone}
      size="lg"
      yOffset="10dvh"
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('title')}>
        <Modal.Body p={0}>
          <SearchBox onClose={onClose} {...rest} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
