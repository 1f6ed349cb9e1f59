'use client';

import { Button } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { useUiTexts } from './texts';

export function ColumnButton(props: ComponentProps<typeof Button<'button'>>) {
  const texts = useUiTexts();
  return (
    <Button
      variant="default"
      leftSection={<IconColumns size={16} aria-hidden />}
      aria-haspopup="dialog"
      {...props}
    >
      {texts.columns}
    </Button>
  );
}
