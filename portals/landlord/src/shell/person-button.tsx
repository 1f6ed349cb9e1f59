'use client';

import { ActionIcon } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { useSession } from '@/session/session-provider';

export function PersonButton(props: ComponentProps<typeof ActionIcon<'button'>>) {
  const t = useTranslations('shell');
  const { viewer } = useSession();
  return (
    <ActionIcon
      variant="default"
      size="lg"
      radius="xl"
      aria-haspopup="menu"
      aria-label={t('person', { name: viewer.name })}
      {...props}
    >
      <IconUser size={18} aria-hidden />
    </ActionIcon>
  );
}
