'use client';

import { FailureState } from '@propertea/ui';
import { Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import type { WizardImport } from './wizard-types';

/** Why a file as a whole could not be read; nothing of it was written. */
export function RunFailure({ found }: { found: WizardImport }) {
  const t = useTranslations('imports.failed');
  const tCodes = useTranslations('enums.ImportFindingCode');
  const locale = useLocale();
  const code = found.findingCounts.find(({ severity }) => severity === 'ERROR')?.code;
  return (
    <FailureState title={t('title')}>
      {/* The room's own words name line and column, in English. */}
      {locale !== 'en' && code && (
        <Text span size="sm" display="block">
          {tCodes(code)}
        </Text>
      )}
      <Text span size="sm" display="block" lang="en">
        {found.failure}
      </Text>
      {t('what')}
    </FailureState>
  );
}
