'use client';

import { Text } from '@mantine/core';
import { ConfirmDialog } from '@propertea/ui/confirm-dialog';
import { useTranslations } from 'next-intl';
import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import { notify } from '@/shell/notify';
import type { InvitationFieldsFragment } from '../gql/graphql';
import { useRevokeInvitationMutation } from '../gql/hooks';
import { useConfirmed } from '../use-confirmed';

export interface RevokeInvitationProps extends DialogProps {
  invitation: InvitationFieldsFragment;
}

/** Asks before the link of an invitation stops working. */
export default function RevokeInvitation({ isOpen, onClose, invitation }: RevokeInvitationProps) {
  const t = useTranslations('members.invitations');
  const [revoke] = useRevokeInvitationMutation();
  const { failure, isSending, run } = useConfirmed(
    async () => {
      const { data } = await revoke({ variables: { input: { invitationId: invitation.id } } });
      return data?.revokeInvitation?.errors;
    },
    () => {
      void notify({ message: t('revoked') });
      onClose();
    },
  );
  return (
    <ConfirmDialog
      title={t('revokeTitle')}
      confirm={t('revoke')}
      isOpen={isOpen}
      isBusy={isSending}
      failure={failure}
      isDangerous
      onConfirm={run}
      onClose={onClose}
    >
      <Text>{t('revokeWhat', { email: invitation.email })}</Text>
    </ConfirmDialog>
  );
}
