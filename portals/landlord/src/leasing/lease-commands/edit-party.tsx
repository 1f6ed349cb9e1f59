'use client';

import { useTranslations } from 'next-intl';
import { notify } from '@/shell/notify';
import { AddLeasePartyDocument, ChangeLeasePartyDocument } from '../gql/graphql';
import type { PartyFactsFragment } from '../gql/graphql';
import { addLeaseParty as rules } from '../gql/rules';
import { CommandDialog } from './command-dialog';
import { PartyFields } from './party-fields';
import { textOrNull } from './props';
import type { LeaseDialogProps } from './props';
import { useSend } from './use-send';

/** Somebody new in a lease, or what is known of somebody in it (R28). */
export default function EditParty({
  lease,
  party,
  ...props
}: LeaseDialogProps & { party?: PartyFactsFragment | undefined }) {
  const t = useTranslations(`leasing.commands.${party ? 'changeParty' : 'addParty'}`);
  const send = useSend();
  const { id: leaseId, version } = lease;
  return (
    <CommandDialog
      {...props}
      title={t('title', { name: party?.name ?? '' })}
      submit={t('submit')}
      rules={rules}
      initial={{
        name: party?.name ?? '',
        role: party?.role ?? 'TENANT',
        email: party?.email ?? '',
        phone: party?.phone ?? '',
      }}
      send={({ name, role, email, phone }) => {
        const facts = { name, role, email: textOrNull(email), phone: textOrNull(phone) };
        return party
          ? send(ChangeLeasePartyDocument, { leaseId, version, leasePartyId: party.id, ...facts })
          : send(AddLeasePartyDocument, { leaseId, version, ...facts });
      }}
      onDone={() => void notify({ message: t('done', { name: party?.name ?? '' }) })}
    >
      {(command) => <PartyFields command={command} />}
    </CommandDialog>
  );
}
