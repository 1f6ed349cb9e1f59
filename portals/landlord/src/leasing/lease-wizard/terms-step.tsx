'use client';

import { NativeSelect, NumberInput, SimpleGrid } from '@mantine/core';
import { Section } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { DayInput } from '@/shared/days/day-input';
import { FIELD } from '@/shared/forms/field';
import type { CommandForm } from '@/shared/forms/use-command-form';
import { PRORATIONS } from '../lease-commands/charge-fields';
import type { DraftValues } from './values';

/** From when, until when, due on which day, and how a part of a month is counted. */
export function TermsStep({ command: { form, field } }: { command: CommandForm<DraftValues> }) {
  const t = useTranslations('leasing.wizard');
  const tFields = useTranslations('leasing.fields');
  const tEnums = useTranslations('enums.ProrationMethod');
  return (
    <Section title={t('steps.terms')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <DayInput
          label={tFields('startsOn')}
          {...field('startsOn')}
          {...form.getInputProps('startsOn')}
        />
        <DayInput
          label={tFields('endsOn')}
          description={tFields('endsOnWhat')}
          min={form.values.startsOn}
          {...form.getInputProps('endsOn')}
        />
        <NumberInput
          {...FIELD}
          label={tFields('dueDay')}
          description={tFields('dueDayWhat')}
          min={1}
          max={31}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('dueDay')}
        />
        <NativeSelect
          {...FIELD}
          label={tFields('proration')}
          data={PRORATIONS.map((value) => ({ value, label: tEnums(value) }))}
          {...form.getInputProps('proration')}
        />
      </SimpleGrid>
    </Section>
  );
}
