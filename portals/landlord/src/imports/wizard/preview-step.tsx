'use client';

import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { Suspense, lazy, useState } from 'react';
import { Warning } from '../warning';
import { useTo } from '@/session/session-provider';
import { Findings } from '../findings/findings';
import { currentStep, stageOf } from '../stage';
import { Counts } from './counts';
import { RejectedRowsButton } from './rejected-rows';
import { RunFailure } from './run-failure';
import { RunProgress } from './run-progress';
import type { StepProps } from './wizard-types';

const CommitDialog = lazy(() => import('./commit-dialog'));

/** What the import would do: a dry run that writes nothing. */
export function PreviewStep({ found, go, unreachable }: StepProps & { unreachable: unknown }) {
  const t = useTranslations('imports.preview');
  const stage = stageOf(found);
  if (stage === 'checking') return <RunProgress found={found} unreachable={unreachable} />;
  const isPast = stage === 'importing' || stage === 'imported';
  return (
    <Stack>
      {isPast && (
        <Alert>
          {t('past')}{' '}
          <Anchor component="button" type="button" onClick={() => go(currentStep(found))}>
            {t('toResult')}
          </Anchor>
        </Alert>
      )}
      {stage === 'failed' && <RunFailure found={found} />}
      {stage !== 'failed' && stage !== 'importing' && (
        <>
          {stage === 'checked' && <Text>{t('what')}</Text>}
          <Counts found={found} />
        </>
      )}
      {stage !== 'importing' && <Findings found={found} />}
      {!isPast && <Decision found={found} go={go} />}
    </Stack>
  );
}

function Decision({ found, go }: StepProps) {
  const t = useTranslations('imports.preview');
  const to = useTo();
  // Undefined until it is asked for the first time: the dialog is loaded then.
  const [isAsking, setAsking] = useState<boolean>();
  const isChecked = stageOf(found) === 'checked' && found.canImport;
  const hasRows = found.rowsAccepted > 0;
  return (
    <>
      {isChecked && !hasRows && (
        <Warning title={t('nothing.title')}>
          {t(found.rowsRejected > 0 ? 'nothing.rejected' : 'nothing.unchanged')}
        </Warning>
      )}
      <Group justify="flex-end">
        {found.rejectedRowsUrl && found.rowsRejected > 0 && (
          <RejectedRowsButton url={found.rejectedRowsUrl} fileName={found.fileName} />
        )}
        {!(isChecked && hasRows) && (
          <Button variant="default" component={UiLink} href={to('/imports/new')}>
            {t('another')}
          </Button>
        )}
        <Button variant={isChecked ? 'default' : 'filled'} onClick={() => go('columns')}>
          {t('back')}
        </Button>
        {isChecked && hasRows && (
          <Button aria-haspopup="dialog" onClick={() => setAsking(true)}>
            {t('import', { count: found.rowsAccepted })}
          </Button>
        )}
      </Group>
      {isAsking !== undefined && (
        <Suspense>
          <CommitDialog
            found={found}
            isOpen={isAsking}
            onClose={() => setAsking(false)}
            onBegun={() => go('import')}
          />
        </Suspense>
      )}
    </>
  );
}
