'use client';

import { Button } from '@mantine/core';
import { IconArchive, IconArchiveOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';

type Props = ComponentProps<typeof Button<'button'>>;

export function RetireButton(props: Props) {
  const t = useTranslations('units.retire');
  return (
    <Button
      variant="default"
      leftSection={<IconArchive size={16} aria-hidden />}
      aria-haspopup="dialog"
      {...props}
    >
      {t('button')}
    </Button>
  );
}

export function RestoreButton(props: Props) {
  const t = useTranslations('units.restore');
  return (
    <Button
      leftSection={<IconArchiveOff size={16} aria-hidden />}
      aria-haspopup="dialog"
      {...props}
    >
      {t('button')}
    </Button>
  );
}
