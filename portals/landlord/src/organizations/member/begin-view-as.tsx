'use client';

import { Modal, Stack, Text, Textarea } from '@mantine/core';
import { useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useSession, useTo } from '@/session/session-provider';
import { viewAsCookie } from '@/session/view-as-cookie';
import { FormFooter } from '@/shared/forms/form-footer';
import { useCommandForm } from '@/shared/forms/use-command-form';
import { useViewAsMutation } from '../gql/hooks';
import { viewAs } from '../gql/rules';
import type { MemberDialogProps } from './member-dialog';

/** Begins to see the portal as a member does, from the dashboard on. */
export default function BeginViewAs({ isOpen, onClose, member, name }: MemberDialogProps) {
  const t = useTranslations('members.viewAs');
  const texts = useUiTexts();
  const to = useTo();
  const { organization } = useSession();
  const [begin] = useViewAsMutation();
  const command = useCommandForm({
    rules: viewAs,
    initial: { reason: '' },
    async send({ reason }) {
      const input = { memberId: member.id, reason: reason.trim() || null };
      const { data } = await begin({ variables: { input } });
      const { viewAs: view, errors } = data?.viewAs ?? {};
      if (view) {
        // oxlint-disable-next-line unicorn/no-document-cookie -- the Cookie Store API is not in every browser
        document.cookie = viewAsCookie(organization.id, view);
        // A page of its own rights knows too much: everything begins anew.
        window.location.assign(to('/'));
      }
      return errors;
    },
  });
  const { form, field, failure, isSending, submit } = command;
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('title', { name })}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text>{t('what', { name })}</Text>
          <Textarea
            label={t('reason')}
            description={t('reasonWhat')}
            {...field('reason')}
            {...form.getInputProps('reason')}
            autosize
            minRows={2}
            data-autofocus
          />
          <FormFooter
            failure={failure}
            isSending={isSending}
            submit={t('begin')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Modal>
  );
}
