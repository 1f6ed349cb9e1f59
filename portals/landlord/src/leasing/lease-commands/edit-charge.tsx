'use client';

import { useTranslations } from 'next-intl';
import { NO_CURRENCY } from '@/shared/money/money';
import { notify } from '@/shell/notify';
import { AddChargeTemplateDocument, ChangeChargeTemplateDocument } from '../gql/graphql';
import type { ChargeFactsFragment } from '../gql/graphql';
import { addChargeTemplate as rules } from '../gql/rules';
import { ChargeFields, chargeInput, newCharge } from './charge-fields';
import type { ChargeValues } from './charge-fields';
import { CommandDialog } from './command-dialog';
import type { LeaseDialogProps } from './props';
import { useSend } from './use-send';

/** Another charge of a lease, or another content of one. */
export default function EditCharge({
  lease,
  charge,
  ...props
}: LeaseDialogProps & { charge?: ChargeFactsFragment | undefined }) {
  const t = useTranslations(`leasing.commands.${charge ? 'changeCharge' : 'addCharge'}`);
  const send = useSend();
  const { id: leaseId, version } = lease;
  const initial: ChargeValues = charge
    ? {
        key: charge.id,
        kind: charge.kind,
        label: charge.label,
        amountMinor: charge.amount?.amountMinor ?? null,
        cycle: charge.cycle,
        dueDay: charge.dueDay,
        proration: charge.proration,
        startsOn: charge.startsOn,
        endsOn: charge.endsOn ?? '',
      }
    : { ...newCharge(), kind: 'SERVICE' };
  return (
    <CommandDialog<ChargeValues>
      {...props}
      title={t('title', { name: charge?.label ?? '' })}
      submit={t('submit')}
      rules={rules}
      initial={initial}
      send={(values) => {
        const input = { leaseId, version, ...chargeInput(values) };
        return charge
          ? send(ChangeChargeTemplateDocument, {
              ...input,
              chargeTemplateId: charge.id,
              endsOn: values.endsOn || null,
            })
          : send(AddChargeTemplateDocument, input);
      }}
      onDone={() => void notify({ message: t('done', { name: charge?.label ?? '' }) })}
    >
      {(command) => (
        <ChargeFields
          command={command}
          currency={charge?.amount?.currency ?? lease.property?.currency ?? NO_CURRENCY}
        />
      )}
    </CommandDialog>
  );
}
