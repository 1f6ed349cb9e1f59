'use client';

import { Modal, Stack } from '@mantine/core';
import { useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useSession } from '@/session/session-provider';
import { FormFooter } from '@/shared/forms/form-footer';
import { useCommandForm } from '@/shared/forms/use-command-form';
import { notify } from '@/shell/notify';
import { useAddGrantMutation } from '../gql/hooks';
import { addGrant } from '../gql/rules';
import { NEW_ROLE, RoleFields, grantOf, useReach } from '../reach/role-fields';
import type { MemberDialogProps } from './member-dialog';

/** Gives a member one more role. */
export default function AddGrant({ isOpen, onClose, member, name }: MemberDialogProps) {
  const t = useTranslations('members');
  const texts = useUiTexts();
  const router = useRouter();
  const { viewer } = useSession();
  const { reach, setReach, rules } = useReach(addGrant);
  const [add] = useAddGrantMutation();
  const command = useCommandForm({
    rules,
    initial: NEW_ROLE,
    async send(values) {
      const input = { ...grantOf(values, reach), memberId: member.id };
      const { data } = await add({ variables: { input } });
      return data?.addGrant?.errors;
    },
    onDone() {
      void notify({ message: t('member.roleAdded') });
      onClose();
      if (member.user?.id === viewer.id) router.refresh();
    },
  });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('reach.title', { name })}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <form onSubmit={command.submit} noValidate>
        <Stack>
          <RoleFields command={command} reach={reach} onReach={setReach} isFirst />
          <FormFooter
            failure={command.failure}
            isSending={command.isSending}
            submit={t('reach.submit')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Modal>
  );
}
