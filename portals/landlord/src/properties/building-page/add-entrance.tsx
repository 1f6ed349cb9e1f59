'use client';

import { Modal, Stack, TextInput } from '@mantine/core';
import { useApolloClient } from '@apollo/client/react';
import { useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { FormFooter } from '@/shared/forms/form-footer';
import { useCommandForm } from '@/shared/forms/use-command-form';
import { notify } from '@/shell/notify';
import { BuildingDependentsDocument } from '../gql/graphql';
import { useAddEntranceMutation } from '../gql/hooks';
import { addEntrance as rules } from '../gql/rules';
import { EntranceFields, entranceInput } from './entrance-fields';
import type { AddEntranceProps } from './entrance-props';

/** A new way into a building. */
export default function AddEntrance({ building, isOpen, onClose }: AddEntranceProps) {
  const t = useTranslations('buildings.entrances');
  const texts = useUiTexts();
  const client = useApolloClient();
  const [add] = useAddEntranceMutation();
  const command = useCommandForm({
    rules,
    initial: { code: '', name: '', addressLine: '' },
    async send({ code, ...values }) {
      const addTo = async (version: number) => {
        const facts = { code: code.trim(), ...entranceInput(values) };
        const input = { buildingId: building.id, version, ...facts };
        const { data } = await add({ variables: { input } });
        return data?.addEntrance?.errors;
      };
      const errors = await addTo(building.version);
      if (!errors?.some((one) => one.code === 'CONFLICT')) return errors;
      // A new entrance takes nothing away of what somebody else changed meanwhile: once more, over that.
      const { data } = await client.query({
        query: BuildingDependentsDocument,
        variables: { id: building.id },
        fetchPolicy: 'network-only',
      });
      return data?.building && !data.building.isRetired ? addTo(data.building.version) : errors;
    },
    onDone() {
      onClose();
      void notify({ message: t('added', { code: command.form.values.code.trim() }) });
    },
  });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('add')}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <form onSubmit={command.submit} noValidate>
        <Stack>
          <TextInput
            label={t('code')}
            description={t('codeWhat')}
            autoComplete="off"
            {...command.field('code')}
            {...command.form.getInputProps('code')}
            onChange={({ currentTarget }) =>
              command.form.setFieldValue('code', currentTarget.value.toUpperCase())
            }
            data-autofocus
          />
          <EntranceFields command={command} />
          <FormFooter
            failure={command.failure}
            isSending={command.isSending}
            submit={t('add')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Modal>
  );
}
