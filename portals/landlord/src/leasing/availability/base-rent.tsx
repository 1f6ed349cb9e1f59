'use client';

import { useTranslations } from 'next-intl';
import { DayInput } from '@/shared/days/day-input';
import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import { NO_CURRENCY } from '@/shared/money/money';
import { MoneyInput } from '@/shared/money/money-input';
import { notify } from '@/shell/notify';
import { ChangeRentableUnitDocument } from '../gql/graphql';
import type { TimelineUnitFragment } from '../gql/graphql';
import { changeRentableUnit as rules } from '../gql/rules';
import { CommandDialog } from '../lease-commands/command-dialog';
import { useSend } from '../lease-commands/use-send';

/** What a unit should cost, and from when on it can be let. */
export default function BaseRent(
  props: DialogProps & { unit: TimelineUnitFragment; onStale: () => void },
) {
  const { unit, ...rest } = props;
  const t = useTranslations('leasing.commands.baseRent');
  const tFields = useTranslations('leasing.fields');
  const send = useSend();
  const name = unit.unit?.reference ?? unit.code;
  return (
    <CommandDialog
      {...rest}
      title={t('title', { unit: name })}
      what={t('what')}
      submit={t('submit')}
      rules={rules}
      initial={{
        baseRentMinor: unit.baseRent?.amountMinor ?? null,
        rentableFrom: unit.rentableFrom ?? '',
      }}
      send={({ baseRentMinor, rentableFrom }) =>
        send(ChangeRentableUnitDocument, {
          rentableUnitId: unit.id,
          version: unit.version,
          baseRentMinor,
          rentableFrom: rentableFrom || null,
        })
      }
      onDone={() => void notify({ message: t('done', { unit: name }) })}
    >
      {({ form }) => (
        <>
          <MoneyInput
            label={tFields('baseRent')}
            currency={unit.property?.currency ?? unit.baseRent?.currency ?? NO_CURRENCY}
            {...form.getInputProps('baseRentMinor')}
          />
          <DayInput label={tFields('rentableFrom')} {...form.getInputProps('rentableFrom')} />
        </>
      )}
    </CommandDialog>
  );
}
