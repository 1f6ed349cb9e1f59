'use client';

import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { DayInput } from '@/shared/days/day-input';
import { useToday } from '@/shared/days/use-days';
import { FIELD } from '@/shared/forms/field';
import { notify } from '@/shell/notify';
import { EndLeaseDocument } from '../gql/graphql';
import { endLease as rules } from '../gql/rules';
import { CommandDialog } from './command-dialog';
import type { LeaseDialogProps } from './props';
import { useSend } from './use-send';

/** Ends a lease without notice, for a reason: at once or on a day to come. */
export default function EndLease({ lease, ...props }: LeaseDialogProps) {
  const t = useTranslations('leasing.commands.end');
  const tFields = useTranslations('leasing.fields');
  const send = useSend();
  const today = useToday(lease.property?.timeZone);
  const { id: leaseId, version, number } = lease;
  return (
    <CommandDialog
      {...props}
      title={t('title', { number })}
      what={t('what')}
      submit={t('submit')}
      rules={rules}
      initial={{ on: today, reason: '' }}
      send={({ on, reason }) => send(EndLeaseDocument, { leaseId, version, on, reason })}
      onDone={() => void notify({ message: t('done', { number }) })}
    >
      {({ form, field }) => (
        <>
          <DayInput
            label={tFields('lastDay')}
            min={lease.startsOn}
            {...field('on')}
            {...form.getInputProps('on')}
            data-autofocus
          />
          <TextInput
            {...FIELD}
            label={tFields('reason')}
            autoComplete="off"
            {...field('reason')}
            {...form.getInputProps('reason')}
          />
        </>
      )}
    </CommandDialog>
  );
}
