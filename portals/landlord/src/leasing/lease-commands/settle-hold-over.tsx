'use client';

import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { FIELD } from '@/shared/forms/field';
import { notify } from '@/shell/notify';
import { SettleHoldOverDocument } from '../gql/graphql';
import { settleHoldOver as rules } from '../gql/rules';
import { CommandDialog } from './command-dialog';
import type { LeaseDialogProps } from './props';
import { useSend } from './use-send';

/** Keeps how a lease at will and the signed one that it met get along (R25). */
export default function SettleHoldOver({ lease, ...props }: LeaseDialogProps) {
  const t = useTranslations('leasing.commands.settle');
  const send = useSend();
  const { id: leaseId, version, number } = lease;
  return (
    <CommandDialog
      {...props}
      title={t('title', { number })}
      what={t('what')}
      submit={t('submit')}
      rules={rules}
      initial={{ settlement: '' }}
      send={({ settlement }) => send(SettleHoldOverDocument, { leaseId, version, settlement })}
      onDone={() => void notify({ message: t('done', { number }) })}
    >
      {({ form, field }) => (
        <TextInput
          {...FIELD}
          label={t('settlement')}
          autoComplete="off"
          {...field('settlement')}
          {...form.getInputProps('settlement')}
          data-autofocus
        />
      )}
    </CommandDialog>
  );
}
