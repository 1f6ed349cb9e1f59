'use client';

import { Text } from '@mantine/core';
import { ConfirmDialog } from '@propertea/ui/confirm-dialog';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useSession } from '@/session/session-provider';
import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import { useGrantText } from '@/shared/grants/use-grant-text';
import { notify } from '@/shell/notify';
import type { MemberFieldsFragment } from '../gql/graphql';
import { useRemoveGrantMutation } from '../gql/hooks';
import { useConfirmed } from '../use-confirmed';

export interface RemoveGrantProps extends DialogProps {
  member: MemberFieldsFragment;
  name: string;
  grant: MemberFieldsFragment['grants'][number];
}

/** Asks before a role is taken away; the last administrator's is refused by the room, and told so. */
export default function RemoveGrant(props: RemoveGrantProps) {
  const { member, grant, onClose } = props;
  const t = useTranslations('members.member');
  const grantText = useGrantText();
  const router = useRouter();
  const { viewer } = useSession();
  const [remove] = useRemoveGrantMutation();
  const { failure, isSending, run } = useConfirmed(
    async () => {
      const { data } = await remove({ variables: { input: { grantId: grant.id } } });
      return data?.removeGrant?.errors;
    },
    () => {
      void notify({ message: t('roleRemoved') });
      onClose();
      // One's own rights are part of the page's frame.
      if (member.user?.id === viewer.id) router.refresh();
    },
  );
  return (
    <ConfirmDialog
      title={t('removeRoleTitle')}
      confirm={t('removeRoleConfirm')}
      isOpen={props.isOpen}
      isBusy={isSending}
      failure={failure}
      isDangerous
      onConfirm={run}
      onClose={onClose}
    >
      <Text>{t('removeRoleWhat', { name: props.name, role: grantText(grant) })}</Text>
    </ConfirmDialog>
  );
}
