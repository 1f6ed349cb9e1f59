'use client';

import { Button, FileButton, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { useFileSize } from '../file-size';
import { MAX_FILE_BYTES } from './check-file';
import classes from './upload.module.css';

/** Where a file is dropped, or chosen by a button; says what is taken. */
export function DropZone({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const t = useTranslations('imports.upload');
  const fileSize = useFileSize();
  // Entering a child of the zone is told before leaving the zone for it.
  const [depth, setDepth] = useState(0);
  const forget = useRef<() => void>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setDepth(0);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className={classes.zone}
      data-over={depth > 0 || undefined}
      onDragEnter={() => setDepth((count) => count + 1)}
      onDragLeave={() => setDepth((count) => count - 1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <IconUpload size={32} aria-hidden />
      <Text fw={600}>{t('drop')}</Text>
      <FileButton
        resetRef={forget}
        accept=".csv,text/csv,text/plain"
        onChange={(file) => {
          // The same file may be chosen again once it is mended.
          forget.current?.();
          if (file) onFiles([file]);
        }}
        inputProps={{ 'aria-label': t('choose') }}
      >
        {(props) => (
          <Button {...props} aria-describedby="import-file-limits">
            {t('choose')}
          </Button>
        )}
      </FileButton>
      <Text id="import-file-limits" size="sm" c="dimmed">
        {t('limits', { size: fileSize(MAX_FILE_BYTES) })}
      </Text>
    </div>
  );
}
