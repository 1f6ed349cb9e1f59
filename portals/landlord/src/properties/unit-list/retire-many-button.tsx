'use client';

import { Button } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import type { UnitRowFragment } from '../gql/graphql';

export interface RetireManyProps {
  /** Live units that this person may change. */
  units: readonly UnitRowFragment[];
  onDone: () => void;
}

export function RetireManyButton({
  count,
  ...props
}: ComponentProps<typeof Button<'button'>> & { count: number }) {
  const t = useTranslations('units.retireMany');
  return (
    <Button
      variant="default"
      leftSection={<IconArchive size={16} aria-hidden />}
      aria-haspopup="dialog"
      {...props}
    >
      {t('button', { count })}
    </Button>
  );
}
