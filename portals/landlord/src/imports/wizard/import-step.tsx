'use client';

import { Button, Group, Stack } from '@mantine/core';
import { UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import { Findings } from '../findings/findings';
import { stageOf } from '../stage';
import { RunFailure } from './run-failure';
import { RunProgress } from './run-progress';
import type { StepProps } from './wizard-types';

/** The import itself on its way, or why it did not come to its end. */
export function ImportStep({ found, go, unreachable }: StepProps & { unreachable: unknown }) {
  const t = useTranslations('imports.preview');
  const to = useTo();
  if (stageOf(found) !== 'failed') return <RunProgress found={found} unreachable={unreachable} />;
  return (
    <Stack>
      <RunFailure found={found} />
      <Findings found={found} />
      <Group justify="flex-end">
        <Button variant="default" component={UiLink} href={to('/imports/new')}>
          {t('another')}
        </Button>
        <Button onClick={() => go('columns')}>{t('back')}</Button>
      </Group>
    </Stack>
  );
}
