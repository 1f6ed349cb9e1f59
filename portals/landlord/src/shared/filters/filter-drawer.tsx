'use client';

import { Button, Drawer, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { FilterButton, useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { ReactNode } from 'react';

/** The filters of a list at the side of the page, each in effect at once; begins open. */
export function FilterDrawer(props: {
  /** How many are set. */
  count: number;
  /** How many the list has under them. */
  total: number;
  onClear: () => void;
  children: ReactNode;
}) {
  const t = useTranslations('common.list');
  const tFilters = useTranslations('common.filters');
  const texts = useUiTexts();
  const [isOpen, { open, close }] = useDisclosure(true);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <FilterButton ref={button} count={props.count} onClick={open} />
      <Drawer
        opened={isOpen}
        onClose={close}
        // What opened it the first time was another button, which is gone.
        returnFocus={false}
        onExitTransitionEnd={() => button.current?.focus()}
        position="right"
        size="sm"
        title={texts.filters}
        closeButtonProps={{ 'aria-label': texts.close }}
      >
        <Stack gap="sm">
          {props.children}
          <Group justify="space-between" mt="sm">
            <Button variant="default" disabled={props.count === 0} onClick={props.onClear}>
              {t('clearFilters')}
            </Button>
            <Button onClick={close}>{tFilters('showResults', { count: props.total })}</Button>
          </Group>
        </Stack>
      </Drawer>
    </>
  );
}
