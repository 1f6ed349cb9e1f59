'use client';

import { Button } from '@mantine/core';
import { IconArchive, IconArchiveOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ComponentType } from 'react';
import { dialogOnDemand } from '@/shared/dialog/dialog-on-demand';
import type { DialogProps } from '@/shared/dialog/dialog-on-demand';

export interface LifeDialogProps extends DialogProps {
  /** What may be retired or restored. */
  id: string;
  name: string;
  code: string;
  version: number;
  /** It was changed in the meantime. */
  onStale: () => void;
}

/** The button that retires or restores, and its question, which is loaded when it is asked. */
export function lifeButtons(dialogs: {
  retire: () => Promise<{ default: ComponentType<LifeDialogProps> }>;
  restore: () => Promise<{ default: ComponentType<LifeDialogProps> }>;
}) {
  const Retire = dialogOnDemand(dialogs.retire);
  const Restore = dialogOnDemand(dialogs.restore);
  return function LifeButtons({
    isRetired,
    ...props
  }: Omit<LifeDialogProps, keyof DialogProps> & { isRetired: boolean }) {
    const t = useTranslations('properties.life');
    // What was asked stays asked while its answer changes what may be asked next.
    const [asked, setAsked] = useState<'retire' | 'restore'>();
    const close = () => setAsked(undefined);
    const Icon = isRetired ? IconArchiveOff : IconArchive;
    return (
      <>
        <Button
          variant={isRetired ? 'filled' : 'default'}
          leftSection={<Icon size={16} aria-hidden />}
          aria-haspopup="dialog"
          onClick={() => setAsked(isRetired ? 'restore' : 'retire')}
        >
          {isRetired ? t('restore') : t('retire')}
        </Button>
        <Retire {...props} isOpen={asked === 'retire'} onClose={close} />
        <Restore {...props} isOpen={asked === 'restore'} onClose={close} />
      </>
    );
  };
}
