'use client';

import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Suspense, lazy, useState } from 'react';

const DiscardDialog = lazy(() => import('./discard-dialog'));

/** Gives up an import that is not wanted, after a question. */
export function DiscardButton(props: {
  id: string;
  fileName: string;
  size?: 'xs' | 'sm';
  onDiscarded?: () => void;
}) {
  const t = useTranslations('imports.discard');
  // Undefined until it is asked for the first time: the dialog is loaded then.
  const [isAsking, setAsking] = useState<boolean>();
  return (
    <>
      <Button
        variant="default"
        size={props.size ?? 'sm'}
        leftSection={<IconTrash size={16} aria-hidden />}
        aria-label={t('name', { fileName: props.fileName })}
        aria-haspopup="dialog"
        onClick={() => setAsking(true)}
      >
        {t('button')}
      </Button>
      {isAsking !== undefined && (
        <Suspense>
          <DiscardDialog
            id={props.id}
            fileName={props.fileName}
            isOpen={isAsking}
            onClose={() => setAsking(false)}
            onDiscarded={() => props.onDiscarded?.()}
          />
        </Suspense>
      )}
    </>
  );
}
