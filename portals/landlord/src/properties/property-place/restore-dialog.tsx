'use client';

import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import { FormFooter } from '@/shared/forms/form-footer';
import type { Rules } from '@/shared/forms/rule';
import { useCommandForm } from '@/shared/forms/use-command-form';
import type { UserError } from '@/shared/forms/use-command-form';

/** Brings something retired back; under another code where its own was given away. */
export function RestoreDialog(
  props: DialogProps & {
    title: string;
    code: string;
    rules: Rules;
    /** `code` only where it is another one. */
    send: (code: string | undefined) => Promise<readonly UserError[] | undefined>;
    onDone: () => void;
  },
) {
  const t = useTranslations('properties.life');
  const texts = useUiTexts();
  const command = useCommandForm({
    rules: props.rules,
    initial: { code: props.code },
    send({ code }) {
      const other = code.trim();
      return props.send(other && other !== props.code ? other : undefined);
    },
    onDone: props.onDone,
  });
  const code = command.form.getInputProps('code');
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <form onSubmit={command.submit} noValidate>
        <Stack>
          <Text>{t('restoreWhat')}</Text>
          <TextInput
            label={t('code')}
            description={t('codeWhat', { code: props.code })}
            autoComplete="off"
            {...command.field('code')}
            {...code}
            onChange={({ currentTarget }) =>
              command.form.setFieldValue('code', currentTarget.value.toUpperCase())
            }
            data-autofocus
          />
          <FormFooter
            failure={command.failure}
            isSending={command.isSending}
            submit={t('restore')}
            onCancel={props.onClose}
          />
        </Stack>
      </form>
    </Modal>
  );
}
