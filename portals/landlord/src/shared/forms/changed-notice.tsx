'use client';

import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';

/** In a form over something that somebody else has changed since it was opened. What was typed stays. */
export function ChangedNotice({ onReload }: { onReload: () => void }) {
  const t = useTranslations('forms.changed');
  return (
    <Alert color="yellow" variant="light" role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm" component="div" flex={1} miw="12rem">
          <strong style={{ display: 'block' }}>{t('title')}</strong>
          {t('what')}
        </Text>
        <Button size="xs" variant="default" onClick={onReload}>
          {t('reload')}
        </Button>
      </Group>
    </Alert>
  );
}
