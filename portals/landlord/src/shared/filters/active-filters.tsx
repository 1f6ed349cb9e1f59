'use client';

import { Button, Group } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';

export interface ActiveFilter {
  key: string;
  text: string;
  /** Takes it off. */
  off: () => void;
}

/** The filters that are set, by name, each to be taken off by itself. */
export function ActiveFilters({ filters }: { filters: readonly ActiveFilter[] }) {
  const t = useTranslations('common.filters');
  if (filters.length === 0) return null;
  return (
    <Group gap={6} role="group" aria-label={t('active')} w="100%" style={{ order: 1 }}>
      {filters.map(({ key, text, off }) => (
        <Button
          key={key}
          size="compact-sm"
          variant="light"
          rightSection={<IconX size={14} aria-hidden />}
          aria-label={t('remove', { name: text })}
          onClick={off}
        >
          {text}
        </Button>
      ))}
    </Group>
  );
}
