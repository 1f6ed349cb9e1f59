'use client';

import { Button, Group } from '@mantine/core';
import { EmptyState, UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useSession, useTo } from '@/session/session-provider';

/** What to do first in an organization that has nothing yet. */
export function FirstSteps() {
  const t = useTranslations('dashboard.first');
  const { rights } = useSession();
  const to = useTo();
  return (
    <EmptyState
      title={t('title')}
      action={
        rights.mayEdit() && (
          <Group justify="center">
            {rights.mayImport && (
              <Button component={UiLink} href={to('/imports')}>
                {t('import')}
              </Button>
            )}
            <Button component={UiLink} href={to('/companies')} variant="default">
              {t('company')}
            </Button>
          </Group>
        )
      }
    >
      {t('what')}
    </EmptyState>
  );
}
