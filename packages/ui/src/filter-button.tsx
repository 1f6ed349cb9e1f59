'use client';

import { Button } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { useUiTexts } from './texts';

/** Opens the filters of a list; says how many are set. */
export function FilterButton({
  count,
  ...props
}: ComponentProps<typeof Button<'button'>> & { count: number }) {
  const texts = useUiTexts();
  return (
    <Button
      variant={count > 0 ? 'light' : 'default'}
      leftSection={<IconFilter size={16} aria-hidden />}
      aria-haspopup="dialog"
      {...props}
    >
      {count > 0 ? `${texts.filters} (${count})` : texts.filters}
    </Button>
  );
}
