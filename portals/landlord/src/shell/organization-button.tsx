'use client';

import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { useSession } from '@/session/session-provider';

export function OrganizationButton(props: ComponentProps<typeof Button<'button'>>) {
  const t = useTranslations('shell');
  const { organization } = useSession();
  return (
    <Button
      variant="subtle"
      color="gray"
      px="xs"
      miw={0}
      rightSection={<IconChevronDown size={14} aria-hidden />}
      aria-haspopup="menu"
      title={t('organization', { name: organization.name })}
      {...props}
    >
      {organization.name}
    </Button>
  );
}
