'use client';

import { Button } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';

export function ViewsButton(props: ComponentProps<typeof Button<'button'>>) {
  const t = useTranslations('common.views');
  return (
    <Button
      variant="default"
      leftSection={<IconBookmark size={16} aria-hidden />}
      aria-haspopup="menu"
      {...props}
    >
      {t('title')}
    </Button>
  );
}
