'use client';

import { Alert, List, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { LoadingLines, Section } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { Failure } from '@/shared/failure/failure';
import { useErrorText } from '@/shared/forms/use-error-text';
import { useMoney } from '@/shared/money/use-money';
import { usePreviewLeaseQuery } from '../gql/hooks';
import { ScheduleTable } from '../schedule-table';
import { previewInput } from './values';
import type { DraftValues } from './values';

const PAUSE_MS = 300;

/** What the lease would charge in its first twelve months, and what stands in its way, as it is typed. */
export function Preview({ values }: { values: DraftValues }) {
  const t = useTranslations('leasing.wizard.preview');
  const money = useMoney();
  const errorText = useErrorText();
  const isComplete =
    values.unitId &&
    values.startsOn &&
    values.chargeTemplates.every(({ amountMinor, label }) => amountMinor !== null && label.trim());
  const [typed] = useDebouncedValue(JSON.stringify(previewInput(values)), PAUSE_MS);
  const { data, previousData, error, refetch } = usePreviewLeaseQuery({
    variables: { input: JSON.parse(typed) as ReturnType<typeof previewInput> },
    skip: !isComplete,
    fetchPolicy: 'no-cache',
  });
  const preview = (data ?? previousData)?.leasePreview;
  return (
    <Section title={t('title')}>
      <div aria-live="polite">
        {!isComplete ? (
          <Text c="dimmed">{t('incomplete')}</Text>
        ) : error ? (
          <Failure failure={error} retry={() => void refetch().catch(() => undefined)} />
        ) : !preview ? (
          <LoadingLines rows={4} />
        ) : (
          <>
            {[...preview.conflicts, ...preview.errors.map(errorText)].length > 0 && (
              <Alert color="yellow" variant="light" mb="sm" title={t('inTheWay')}>
                <List size="sm">
                  {[...preview.conflicts, ...preview.errors.map(errorText)].map((line) => (
                    <List.Item key={line}>{line}</List.Item>
                  ))}
                </List>
              </Alert>
            )}
            {preview.firstPayment.length > 0 && (
              <Text mb="sm">
                {t('first', { amount: preview.firstPayment.map(money).join(' + ') })}
              </Text>
            )}
            {preview.charges.length > 0 && <ScheduleTable lines={preview.charges} />}
          </>
        )}
      </div>
    </Section>
  );
}
