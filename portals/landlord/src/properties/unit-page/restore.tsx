'use client';

import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { FormFooter } from '@/shared/forms/form-footer';
import { useCommandForm } from '@/shared/forms/use-command-form';
import { notify } from '@/shell/notify';
import type { UnitFactsFragment } from '../gql/graphql';
import { useRestoreUnitMutation } from '../gql/hooks';
import { restoreUnit as rules } from '../gql/rules';
import { forgetUnitLists } from '../unit-lists';
import { RestoreButton } from './life-buttons';

/** Brings a retired unit back; under another code where its own was given away. */
export default function Restore(props: { unit: UnitFactsFragment; onConflict: () => void }) {
  const { unit } = props;
  const t = useTranslations('units.restore');
  const texts = useUiTexts();
  const [isOpen, { open, close }] = useDisclosure(true);
  const [restore] = useRestoreUnitMutation({ update: forgetUnitLists });
  const command = useCommandForm({
    rules,
    initial: { code: unit.code },
    send: async ({ code }) => {
      const input = {
        unitId: unit.id,
        version: unit.version,
        code: code.trim() === unit.code ? undefined : code.trim() || undefined,
      };
      const { data } = await restore({ variables: { input } });
      const errors = data?.restoreUnit?.errors;
      if (errors?.some(({ code: kind }) => kind === 'CONFLICT')) props.onConflict();
      return errors;
    },
    onDone: () => {
      close();
      void notify({ message: t('done', { reference: unit.reference }) });
    },
  });
  const code = command.form.getInputProps('code');
  return (
    <>
      <RestoreButton onClick={open} />
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('title', { reference: unit.reference })}
        closeButtonProps={{ 'aria-label': texts.close }}
      >
        <form onSubmit={command.submit} noValidate>
          <Stack>
            <Text>{t('what')}</Text>
            <TextInput
              label={t('code')}
              description={t('codeWhat', { code: unit.code })}
              {...command.field('code')}
              {...code}
              onChange={({ currentTarget }) => code.onChange(currentTarget.value.toUpperCase())}
              data-autofocus
            />
            <FormFooter
              failure={command.failure}
              isSending={command.isSending}
              submit={t('button')}
              onCancel={close}
            />
          </Stack>
        </form>
      </Modal>
    </>
  );
}
