'use client';

import { Card, Progress, Stack, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { Warning } from '../warning';
import type { ImportFacts } from '../import-types';

/** How far a run is, as long as it runs. */
export function RunProgress(props: { found: ImportFacts; unreachable: unknown }) {
  const { rowsDone, rowsTotal, isDryRun } = props.found;
  const t = useTranslations('imports.progress');
  const format = useFormatter();
  const share = rowsTotal ? Math.min(rowsDone / rowsTotal, 1) : 0;
  return (
    <Card withBorder padding="md">
      <Stack gap="xs">
        <Progress.Root size="lg">
          <Progress.Section
            value={rowsTotal ? Math.max(share * 100, 2) : 2}
            aria-label={t(isDryRun ? 'checking' : 'importing')}
            animated
          />
        </Progress.Root>
        <Text role="status">
          {rowsTotal === null
            ? t('reading')
            : t(isDryRun ? 'checked' : 'imported', {
                done: rowsDone,
                total: rowsTotal,
                share: format.number(share, { style: 'percent' }),
              })}
        </Text>
        <Text size="sm" c="dimmed">
          {t('leave')}
        </Text>
        {props.unreachable !== undefined && (
          <Warning title={t('unreachable.title')}>{t('unreachable.what')}</Warning>
        )}
      </Stack>
    </Card>
  );
}
