'use client';

import { useTranslations } from 'next-intl';
import { DayInput } from '@/shared/days/day-input';
import { addDays } from '@/shared/days/days';
import { useToday } from '@/shared/days/use-days';
import { notify } from '@/shell/notify';
import { SendLeaseDocument } from '../gql/graphql';
import { sendLease as rules } from '../gql/rules';
import { CommandDialog } from './command-dialog';
import type { LeaseDialogProps } from './props';
import { useSend } from './use-send';

const DAYS_TO_SIGN = 7;

/** Sends the lease to be signed: its unit is kept for it until a day. */
export default function SendLease({ lease, ...props }: LeaseDialogProps) {
  const t = useTranslations('leasing.commands.send');
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
      initial={{ reservedUntil: addDays(today, DAYS_TO_SIGN) }}
      send={({ reservedUntil: day }) => {
        const reservedUntil = new Date(`${day}T23:59:59`).toISOString();
        return send(SendLeaseDocument, { leaseId, version, reservedUntil });
      }}
      onDone={() => void notify({ message: t('done', { number }) })}
    >
      {({ form, field }) => (
        <DayInput
          label={t('until')}
          min={today}
          {...field('reservedUntil')}
          {...form.getInputProps('reservedUntil')}
          data-autofocus
        />
      )}
    </CommandDialog>
  );
}
