'use client';

import { Text, Textarea } from '@mantine/core';
import { ConfirmDialog } from '@propertea/ui/confirm-dialog';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSession } from '@/session/session-provider';
import { notify } from '@/shell/notify';
import { forgetLists } from '../forget';
import { useRemoveMemberMutation } from '../gql/hooks';
import { removeMember } from '../gql/rules';
import { useConfirmed } from '../use-confirmed';
import type { MemberDialogProps } from './member-dialog';

/** Asks before a member loses every role here; who leaves by themselves is led out. */
export default function RemoveMember({ isOpen, onClose, member, name, onGone }: MemberDialogProps) {
  const t = useTranslations('members.member');
  const { viewer } = useSession();
  const isSelf = member.user?.id === viewer.id;
  const [reason, setReason] = useState('');
  const [remove] = useRemoveMemberMutation({ update: forgetLists('members') });
  const { failure, isSending, run } = useConfirmed(
    async () => {
      const input = { memberId: member.id, reason: reason.trim() || null };
      const { data } = await remove({ variables: { input } });
      return data?.removeMember?.errors;
    },
    () => {
      if (isSelf) return window.location.assign('/');
      void notify({ message: t('removed', { name }) });
      onClose();
      onGone();
    },
  );
  return (
    <ConfirmDialog
      title={isSelf ? t('leaveTitle') : t('removeTitle', { name })}
      confirm={isSelf ? t('leave') : t('remove')}
      isOpen={isOpen}
      isBusy={isSending}
      failure={failure}
      isDangerous
      onConfirm={run}
      onClose={onClose}
    >
      <Text>{isSelf ? t('leaveWhat') : t('removeWhat', { name })}</Text>
      <Textarea
        label={t('reason')}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        maxLength={removeMember.reason.maxLength}
        autosize
        minRows={2}
      />
    </ConfirmDialog>
  );
}
