'use client';

import { Button, Card, Group, Stack } from '@mantine/core';
import { Facts, UiLink } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import { useFileSize } from '../file-size';
import { currentStep } from '../stage';
import type { StepProps } from './wizard-types';

/** The file as it was uploaded. */
export function FileStep({ found, go }: StepProps) {
  const t = useTranslations('imports.file');
  const tList = useTranslations('imports.list');
  const format = useFormatter();
  const fileSize = useFileSize();
  const to = useTo();
  const at = (instant: string) =>
    format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Stack>
      <Card withBorder padding="md">
        <Facts
          facts={[
            [t('name'), found.fileName],
            [t('size'), fileSize(found.fileBytes)],
            [t('uploaded'), at(found.createdAt)],
            [t('by'), found.uploadedBy?.name ?? tList('platform')],
            [t('columns'), format.number(found.columns.length)],
            ...(found.fileKeptUntil ? [[t('keptUntil'), at(found.fileKeptUntil)] as const] : []),
          ]}
        />
      </Card>
      <Group justify="flex-end">
        <Button variant="default" component={UiLink} href={to('/imports/new')}>
          {t('another')}
        </Button>
        <Button onClick={() => go(currentStep(found))}>{t('goOn')}</Button>
      </Group>
    </Stack>
  );
}
