'use client';

import { Button, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useUiTexts } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import { FormFooter } from '@/shared/forms/form-footer';
import { useCommandForm } from '@/shared/forms/use-command-form';
import { forgetLists } from '../forget';
import { useInviteMemberMutation } from '../gql/hooks';
import { inviteMember } from '../gql/rules';
import { NEW_ROLE, RoleFields, grantOf, useReach } from '../reach/role-fields';

interface Made {
  link: string;
  email: string;
  expiresAt: string;
}

/** Invites somebody, and shows the link that cannot be had again. */
export default function InviteMember({ isOpen, onClose }: DialogProps) {
  const t = useTranslations('members');
  const texts = useUiTexts();
  const [made, setMade] = useState<Made>();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      // The link is shown once: a click beside it must not lose it.
      closeOnClickOutside={!made}
      title={made ? t('invitations.madeTitle') : t('invite')}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      {made ? (
        <Link made={made} onClose={onClose} />
      ) : (
        <InviteForm onMade={setMade} onCancel={onClose} />
      )}
    </Modal>
  );
}

function InviteForm(props: { onMade: (made: Made) => void; onCancel: () => void }) {
  const t = useTranslations('members.invitations');
  const { reach, setReach, rules } = useReach(inviteMember);
  const [invite] = useInviteMemberMutation({ update: forgetLists('invitations') });
  const command = useCommandForm({
    rules,
    initial: { ...NEW_ROLE, email: '' },
    async send(values) {
      const input = { ...grantOf(values, reach), email: values.email.trim() };
      const { data } = await invite({ variables: { input } });
      const { invitation, link, errors } = data?.inviteMember ?? {};
      if (invitation && link) {
        const { email, expiresAt } = invitation;
        // Of this portal, whichever address the house has for itself.
        const here = new URL(new URL(link).pathname, window.location.origin);
        props.onMade({ email, expiresAt, link: here.href });
      }
      return errors;
    },
  });
  const { form, field, failure, isSending, submit } = command;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          type="email"
          label={t('email')}
          description={t('emailWhat')}
          {...field('email')}
          {...form.getInputProps('email')}
          autoComplete="off"
          data-autofocus
        />
        <RoleFields command={command} reach={reach} onReach={setReach} />
        <FormFooter
          failure={failure}
          isSending={isSending}
          submit={t('submit')}
          onCancel={props.onCancel}
        />
      </Stack>
    </form>
  );
}

function Link({ made, onClose }: { made: Made; onClose: () => void }) {
  const t = useTranslations('members.invitations');
  const format = useFormatter();
  const link = useRef<HTMLInputElement>(null);
  // The button that was pressed is gone.
  useEffect(() => link.current?.focus(), []);
  const date = format.dateTime(new Date(made.expiresAt), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <Stack>
      <Text role="status">{t('madeWhat', { email: made.email, date })}</Text>
      <TextInput
        label={t('link')}
        value={made.link}
        readOnly
        ref={link}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <Group justify="flex-end">
        <CopyButton value={made.link}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={
                copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
              }
            >
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{t('done')}</Button>
      </Group>
    </Stack>
  );
}
