'use client';

import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';

/** A key, shown this once, to be copied. */
export function KeyShown(props: { name: string; value: string; onClose: () => void }) {
  const t = useTranslations('apiClients.key');
  const key = useRef<HTMLInputElement>(null);
  // The button that was pressed is gone.
  useEffect(() => key.current?.focus(), []);
  return (
    <Stack>
      <Text role="status" style={{ overflowWrap: 'anywhere' }}>
        {t('what', { name: props.name })}
      </Text>
      <TextInput
        label={t('key')}
        value={props.value}
        readOnly
        ref={key}
        autoComplete="off"
        spellCheck={false}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <Group justify="flex-end">
        <CopyButton value={props.value}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={
                copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
              }
            >
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={props.onClose}>{t('done')}</Button>
      </Group>
    </Stack>
  );
}
