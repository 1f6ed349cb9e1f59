'use client';

import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import { useCommandForm } from '@/shared/forms/use-command-form';
import type { UserError } from '@/shared/forms/use-command-form';
import { useSession } from '@/session/session-provider';
import { eraseMyAccount } from '../gql/rules';

/** Asks to type one's own e-mail address before something that cannot be undone. */
export function TypedConfirmation(
  props: DialogProps & {
    title: string;
    what: string;
    confirm: string;
    send: (confirmEmail: string) => Promise<readonly UserError[] | undefined>;
    onDone: () => void;
  },
) {
  const t = useTranslations('settings.privacy');
  const texts = useUiTexts();
  const { viewer } = useSession();
  const command = useCommandForm({
    rules: eraseMyAccount,
    initial: { confirmEmail: '' },
    async send({ confirmEmail }) {
      const typed = confirmEmail.trim();
      if (typed.toLowerCase() === viewer.email.toLowerCase()) return props.send(typed);
      return [{ code: 'NOT_YOURS', message: t('notYours'), path: ['confirmEmail'] }];
    },
    onDone: props.onDone,
  });
  const { form, failure, isSending, submit, field } = command;
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text>{props.what}</Text>
          <TextInput
            type="email"
            label={t('typeEmail', { email: viewer.email })}
            autoComplete="off"
            {...field('confirmEmail')}
            {...form.getInputProps('confirmEmail')}
            key={form.key('confirmEmail')}
          />
          {failure && (
            <Alert color="red" variant="light" role="alert">
              {failure}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose} data-autofocus>
              {texts.cancel}
            </Button>
            <Button type="submit" color="red.9" loading={isSending}>
              {props.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
