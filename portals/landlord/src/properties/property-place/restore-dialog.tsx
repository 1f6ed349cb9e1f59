'use client';

import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { notify } from '@/shell/notify';
import { FormFooter } from '@/shared/forms/form-footer';
import type { Rules } from '@/shared/forms/rule';
import { useCommandForm } from '@/shared/forms/use-command-form';
import type { UserError } from '@/shared/forms/use-command-form';
import type { LifeDialogProps } from './life';

/** Brings something retired back; under another code where its own was given away. */
export function RestoreDialog(
  props: LifeDialogProps & {
    rules: Rules;
    /** `code` only where it is another one. */
    send: (code: string | undefined) => Promise<readonly UserError[] | undefined>;
  },
) {
  const t = useTranslations('properties.life');
  const texts = useUiTexts();
  const command = useCommandForm({
    rules: props.rules,
    initial: { code: props.code },
    async send({ code }) {
      const other = code.trim();
      const errors = await props.send(other && other !== props.code ? other : undefined);
      if (errors?.some((one) => one.code === 'CONFLICT')) props.onStale();
      return errors;
    },
    onDone() {
      props.onClose();
      void notify({ message: t('restored', { name: props.name }) });
    },
  });
  const code = command.form.getInputProps('code');
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={t('restoreTitle', { name: props.name })}
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
