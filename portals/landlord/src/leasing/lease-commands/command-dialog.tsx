'use client';

import { Modal, Stack, Text } from '@mantine/core';
import { useUiTexts } from '@propertea/ui';
import type { ReactNode } from 'react';
import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import { ChangedNotice } from '@/shared/forms/changed-notice';
import { FormFooter } from '@/shared/forms/form-footer';
import type { Rules } from '@/shared/forms/rule';
import { useCommandForm } from '@/shared/forms/use-command-form';
import type { CommandForm, UserError } from '@/shared/forms/use-command-form';

export interface CommandDialogProps<Values extends Record<string, unknown>> extends DialogProps {
  title: string;
  /** What the command does, before it is done. */
  what?: ReactNode;
  submit: string;
  rules: Rules;
  initial: Values;
  send: (values: Values) => Promise<{ errors: readonly UserError[] } | undefined>;
  onDone?: () => void;
  /** The object was changed in the meantime. */
  onStale: () => void;
  /** It has been changed since the dialog was opened, as far as the page knows; `onReload` begins anew with it. */
  isStale?: boolean;
  onReload?: () => void;
  children?: (command: CommandForm<Values>) => ReactNode;
}

/** One command in a dialog: its fields, what is wrong with them, and its button. */
export function CommandDialog<Values extends Record<string, unknown>>(
  props: CommandDialogProps<Values>,
) {
  const texts = useUiTexts();
  const command = useCommandForm({
    rules: props.rules,
    initial: props.initial,
    async send(values) {
      const errors = (await props.send(values))?.errors;
      if (errors?.some(({ code }) => code === 'CONFLICT')) props.onStale();
      return errors;
    },
    onDone() {
      props.onClose();
      props.onDone?.();
    },
  });
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <form onSubmit={command.submit} noValidate>
        <Stack>
          {props.what && <Text>{props.what}</Text>}
          {props.children?.(command)}
          <FormFooter
            failure={command.failure}
            isSending={command.isSending}
            submit={props.submit}
            onCancel={props.onClose}
          />
          {props.onReload && (
            <ChangedNotice
              isShown={props.isStale === true && !command.isSending}
              onReload={props.onReload}
            />
          )}
        </Stack>
      </form>
    </Modal>
  );
}
