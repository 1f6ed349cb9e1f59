'use client';

import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { FormFooter } from '@/shared/forms/form-footer';
import { useCommandForm } from '@/shared/forms/use-command-form';
import { notify } from '@/shell/notify';
import type { UnitFactsFragment } from '../gql/graphql';
import { useRetireUnitMutation } from '../gql/hooks';
import { retireUnit as rules } from '../gql/rules';
import { forgetUnitLists } from '../unit-lists';
import { RetireButton } from './life-buttons';

/** Takes a unit out of the portfolio, after a question and with a reason. */
export default function Retire(props: { unit: UnitFactsFragment; onConflict: () => void }) {
  const { unit } = props;
  const t = useTranslations('units.retire');
  const texts = useUiTexts();
  const [isOpen, { open, close }] = useDisclosure(true);
  const [retire] = useRetireUnitMutation({ update: forgetUnitLists });
  const command = useCommandForm({
    rules,
    initial: { reason: '' },
    send: async ({ reason }) => {
      const input = {
        unitId: unit.id,
        version: unit.version,
        reason: reason.trim() || undefined,
      };
      const { data } = await retire({ variables: { input } });
      const errors = data?.retireUnit?.errors;
      // The page is loaded again; the question then stands over what is true now.
      if (errors?.some(({ code }) => code === 'CONFLICT')) props.onConflict();
      return errors;
    },
    onDone: () => {
      close();
      void notify({ message: t('done', { reference: unit.reference }) });
    },
  });
  return (
    <>
      <RetireButton onClick={open} />
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
              label={t('reason')}
              description={t('reasonWhat')}
              {...command.field('reason')}
              {...command.form.getInputProps('reason')}
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
