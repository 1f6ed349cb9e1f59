'use client';

import { useTranslations } from 'next-intl';
import { notify } from '@/shell/notify';
import {
  CancelRentChangeDocument,
  RemoveChargeTemplateDocument,
  RemoveLeasePartyDocument,
} from '../gql/graphql';
import { CommandDialog } from './command-dialog';
import type { LeaseDialogProps } from './props';
import { useSend } from './use-send';

/** What may be taken out of a lease. */
export interface Part {
  kind: 'party' | 'charge' | 'rentChange';
  id: string;
  name: string;
}

/** Asks before a person, a charge or a change of rent is taken out of a lease. */
export default function RemovePart({ lease, part, ...props }: LeaseDialogProps & { part: Part }) {
  const { kind, id, name } = part;
  const t = useTranslations(`leasing.commands.remove.${kind}`);
  const send = useSend();
  const of = { leaseId: lease.id, version: lease.version };
  return (
    <CommandDialog
      {...props}
      title={t('title', { name })}
      what={t('what')}
      submit={t('submit')}
      rules={{}}
      initial={{}}
      send={() => {
        if (kind === 'party') return send(RemoveLeasePartyDocument, { ...of, leasePartyId: id });
        if (kind === 'charge') {
          return send(RemoveChargeTemplateDocument, { ...of, chargeTemplateId: id });
        }
        return send(CancelRentChangeDocument, { ...of, rentChangeId: id });
      }}
      onDone={() => void notify({ message: t('done', { name }) })}
    />
  );
}
