'use client';

import { NativeSelect, NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import { randomId } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { DayInput } from '@/shared/days/day-input';
import { FIELD } from '@/shared/forms/field';
import type { CommandForm } from '@/shared/forms/use-command-form';
import { MoneyInput } from '@/shared/money/money-input';
import type { ChargeCycle, ChargeKind, ProrationMethod } from '../gql/graphql';

export const CHARGE_KINDS: readonly ChargeKind[] = [
  'RENT',
  'SERVICE',
  'PARKING',
  'DEPOSIT',
  'OTHER',
];
const CYCLES: readonly ChargeCycle[] = [
  'MONTHLY',
  'QUARTERLY',
  'HALF_YEARLY',
  'YEARLY',
  'WEEKLY',
  'DAILY',
  'ONCE',
];
export const PRORATIONS: readonly ProrationMethod[] = [
  'ACTUAL',
  'STANDARD_30',
  'THIRTY_DAY_MONTH',
  'ANNUAL',
  'NONE',
];

/** What a form holds of a charge. */
export interface ChargeValues extends Record<string, unknown> {
  /** Tells the charges of a form apart while they come and go. */
  key: string;
  kind: ChargeKind;
  label: string;
  amountMinor: number | null;
  cycle: ChargeCycle;
  dueDay: string | number;
  proration: ProrationMethod | '';
  startsOn: string;
  endsOn: string;
}

/** A charge of which nothing is known yet: a monthly rent. */
export const newCharge = (): ChargeValues => ({
  key: randomId(),
  kind: 'RENT',
  label: '',
  amountMinor: null,
  cycle: 'MONTHLY',
  dueDay: '',
  proration: '',
  startsOn: '',
  endsOn: '',
});

/** A charge as commands take it; what is left empty follows the lease. */
export function chargeInput({ amountMinor, ...charge }: ChargeValues) {
  return {
    kind: charge.kind,
    label: charge.label,
    amountMinor: amountMinor ?? 0,
    cycle: charge.cycle,
    dueDay: charge.dueDay === '' ? undefined : Number(charge.dueDay),
    proration: charge.proration || undefined,
    startsOn: charge.startsOn || undefined,
    endsOn: charge.endsOn || undefined,
  };
}

/** The fields of a charge, at a path of the form such as `chargeTemplates.0.`. */
export function ChargeFields<Values extends Record<string, unknown>>(props: {
  command: CommandForm<Values>;
  currency: string;
  at?: string;
}) {
  const { command, currency, at = '' } = props;
  const { form, field } = command;
  const t = useTranslations('leasing.fields');
  const tEnums = useTranslations('enums');
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <NativeSelect
        {...FIELD}
        label={t('kind')}
        data={CHARGE_KINDS.map((value) => ({ value, label: tEnums(`ChargeKind.${value}`) }))}
        {...form.getInputProps(`${at}kind`)}
      />
      <TextInput
        {...FIELD}
        label={t('label')}
        autoComplete="off"
        {...field(`${at}label`)}
        {...form.getInputProps(`${at}label`)}
      />
      <MoneyInput
        label={t('amount')}
        currency={currency}
        required
        {...form.getInputProps(`${at}amountMinor`)}
      />
      <NativeSelect
        {...FIELD}
        label={t('cycle')}
        data={CYCLES.map((value) => ({ value, label: tEnums(`ChargeCycle.${value}`) }))}
        {...form.getInputProps(`${at}cycle`)}
      />
      <NumberInput
        {...FIELD}
        label={t('dueDay')}
        description={t('dueDayWhat')}
        min={1}
        max={31}
        allowDecimal={false}
        hideControls
        {...form.getInputProps(`${at}dueDay`)}
      />
      <NativeSelect
        {...FIELD}
        label={t('proration')}
        data={[
          { value: '', label: t('asTheLease') },
          ...PRORATIONS.map((value) => ({ value, label: tEnums(`ProrationMethod.${value}`) })),
        ]}
        {...form.getInputProps(`${at}proration`)}
      />
      <DayInput
        label={t('chargedFrom')}
        description={t('asTheLease')}
        {...form.getInputProps(`${at}startsOn`)}
      />
      <DayInput
        label={t('chargedUntil')}
        description={t('asTheLease')}
        {...form.getInputProps(`${at}endsOn`)}
      />
    </SimpleGrid>
  );
}
