'use client';

import { NativeSelect, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { DayInput } from '@/shared/days/day-input';
import { addMonths, firstOfMonth } from '@/shared/days/days';
import { useToday } from '@/shared/days/use-days';
import { FIELD } from '@/shared/forms/field';
import { MoneyInput } from '@/shared/money/money-input';
import { NO_CURRENCY } from '@/shared/money/money';
import { notify } from '@/shell/notify';
import { ScheduleRentChangeDocument } from '../gql/graphql';
import type { RentChangeKind } from '../gql/graphql';
import { scheduleRentChange as rules } from '../gql/rules';
import { CommandDialog } from './command-dialog';
import { textOrNull } from './props';
import type { LeaseDialogProps } from './props';
import { useSend } from './use-send';

const KINDS: readonly RentChangeKind[] = ['AGREED', 'INDEXATION', 'STEP'];

interface Values extends Record<string, unknown> {
  chargeTemplateId: string;
  kind: RentChangeKind;
  effectiveOn: string;
  by: 'amount' | 'percentage';
  amountMinor: number | null;
  percentage: string | number;
  note: string;
}

/** Another amount of a charge from a day on (R6): agreed, by an index, or as a step. */
export default function ScheduleRentChange({ lease, ...props }: LeaseDialogProps) {
  const t = useTranslations('leasing.commands.rentChange');
  const tFields = useTranslations('leasing.fields');
  const tEnums = useTranslations('enums');
  const send = useSend();
  const today = useToday(lease.property?.timeZone);
  const { id: leaseId, version, number } = lease;
  const charges = lease.chargeTemplates.filter(({ cycle }) => cycle !== 'ONCE');
  const first = charges.find(({ kind }) => kind === 'RENT') ?? charges[0];
  const nextMonth = firstOfMonth(addMonths(today, 1));
  return (
    <CommandDialog<Values>
      {...props}
      title={t('title', { number })}
      submit={t('submit')}
      rules={rules}
      initial={{
        chargeTemplateId: first?.id ?? '',
        kind: 'AGREED',
        effectiveOn: nextMonth > lease.startsOn ? nextMonth : lease.startsOn,
        by: 'amount',
        amountMinor: first?.amount?.amountMinor ?? null,
        percentage: '',
        note: '',
      }}
      send={({ by, amountMinor, percentage, note, ...values }) =>
        send(ScheduleRentChangeDocument, {
          leaseId,
          version,
          ...values,
          ...(by === 'amount' ? { amountMinor } : { percentage: Number(percentage) }),
          note: textOrNull(note),
        })
      }
      onDone={() => void notify({ message: t('done', { number }) })}
    >
      {({ form, field }) => (
        <>
          <NativeSelect
            {...FIELD}
            label={tFields('charge')}
            data={charges.map(({ id, label }) => ({ value: id, label }))}
            {...form.getInputProps('chargeTemplateId')}
            data-autofocus
          />
          <NativeSelect
            {...FIELD}
            label={tFields('kind')}
            data={KINDS.map((value) => ({ value, label: tEnums(`RentChangeKind.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          <DayInput
            label={tFields('effectiveOn')}
            {...field('effectiveOn')}
            {...form.getInputProps('effectiveOn')}
          />
          <SegmentedControl
            aria-label={t('by')}
            data={[
              { value: 'amount', label: t('byAmount') },
              { value: 'percentage', label: t('byPercentage') },
            ]}
            {...form.getInputProps('by')}
          />
          {form.values.by === 'amount' ? (
            <MoneyInput
              label={t('amount')}
              currency={lease.property?.currency ?? first?.amount?.currency ?? NO_CURRENCY}
              required
              {...form.getInputProps('amountMinor')}
            />
          ) : (
            <NumberInput
              {...FIELD}
              label={t('percentage')}
              suffix=" %"
              decimalScale={4}
              allowedDecimalSeparators={['.', ',']}
              hideControls
              required
              {...form.getInputProps('percentage')}
            />
          )}
          <TextInput
            {...FIELD}
            label={tFields('note')}
            autoComplete="off"
            {...field('note')}
            {...form.getInputProps('note')}
          />
        </>
      )}
    </CommandDialog>
  );
}
