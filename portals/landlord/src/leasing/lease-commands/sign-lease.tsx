'use client';

import { useTranslations } from 'next-intl';
import { DayInput } from '@/shared/days/day-input';
import { useToday } from '@/shared/days/use-days';
import { notify } from '@/shell/notify';
import { SignLeaseDocument } from '../gql/graphql';
import { signLease as rules } from '../gql/rules';
import { CommandDialog } from './command-dialog';
import type { LeaseDialogProps } from './props';
import { useSend } from './use-send';

/** Records that everybody has signed: from then on the unit is let. */
export default function SignLease({ lease, ...props }: LeaseDialogProps) {
  const t = useTranslations('leasing.commands.sign');
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
      initial={{ signedOn: today }}
      send={({ signedOn }) =>
        send(SignLeaseDocument, { leaseId, version, signedOn: signedOn || null })
      }
      onDone={() => void notify({ message: t('done', { number }) })}
    >
      {({ form }) => (
        <DayInput label={t('on')} max={today} {...form.getInputProps('signedOn')} data-autofocus />
      )}
    </CommandDialog>
  );
}
