'use client';

import { useTranslations } from 'next-intl';
import { DayInput } from '@/shared/days/day-input';
import { notify } from '@/shell/notify';
import { ChangeLeaseDocument } from '../gql/graphql';
import { changeLease as rules } from '../gql/rules';
import { CommandDialog } from './command-dialog';
import type { LeaseDialogProps } from './props';
import { useSend } from './use-send';

/** Other days for a lease that nobody has signed yet. */
export default function ChangeLease({ lease, ...props }: LeaseDialogProps) {
  const t = useTranslations('leasing.commands.change');
  const tFields = useTranslations('leasing.fields');
  const send = useSend();
  const { id: leaseId, version, number } = lease;
  return (
    <CommandDialog
      {...props}
      title={t('title', { number })}
      what={lease.state === 'PENDING_SIGNATURE' ? t('what') : undefined}
      submit={t('submit')}
      rules={rules}
      initial={{ startsOn: lease.startsOn, endsOn: lease.endsOn ?? '' }}
      send={({ startsOn, endsOn }) =>
        send(ChangeLeaseDocument, { leaseId, version, startsOn, endsOn: endsOn || null })
      }
      onDone={() => void notify({ message: t('done', { number }) })}
    >
      {({ form }) => (
        <>
          <DayInput
            label={tFields('startsOn')}
            required
            {...form.getInputProps('startsOn')}
            data-autofocus
          />
          <DayInput
            label={tFields('endsOn')}
            description={tFields('endsOnWhat')}
            min={form.values.startsOn}
            {...form.getInputProps('endsOn')}
          />
        </>
      )}
    </CommandDialog>
  );
}
