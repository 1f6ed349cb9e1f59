'use client';

import { Modal, Stack } from '@mantine/core';
import { useApolloClient } from '@apollo/client/react';
import { useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { Suspense, lazy } from 'react';
import { FormFooter } from '@/shared/forms/form-footer';
import { notify } from '@/shell/notify';
import { BuildingFormDocument } from '../gql/graphql';
import type { BuildingFactsFragment } from '../gql/graphql';
import { useChangeEntranceMutation } from '../gql/hooks';
import { changeEntrance as rules } from '../gql/rules';
import { useEdit } from '../property-place/use-edit';
import { EntranceFields, entranceInput } from './entrance-fields';
import type { EntranceValues } from './entrance-fields';
import type { EntranceDialogProps } from './entrance-props';

const EditConflict = lazy(() => import('../property-place/edit-conflict'));

/** The name and the address of an entrance, to be corrected. Its code stays: units name it. */
export default function ChangeEntrance(props: EntranceDialogProps) {
  const { building, entrance, isOpen, onClose } = props;
  const t = useTranslations('buildings.entrances');
  const texts = useUiTexts();
  const client = useApolloClient();
  const [change] = useChangeEntranceMutation();
  const loaded = ({ version, isRetired, entrances }: BuildingFactsFragment) => {
    const now = entrances.find(({ code }) => code === entrance.code);
    const values: EntranceValues = {
      name: now?.name ?? '',
      addressLine: now?.addressLine ?? '',
    };
    return { values, version, isRetired };
  };
  const edit = useEdit({
    rules,
    object: loaded(building),
    async load() {
      const { data, error } = await client.query({
        query: BuildingFormDocument,
        variables: { id: building.id },
        fetchPolicy: 'network-only',
      });
      if (!data?.building) throw error ?? new Error('No answer');
      return loaded(data.building);
    },
    async send(values, _, version) {
      const input = {
        buildingId: building.id,
        version,
        code: entrance.code,
        ...entranceInput(values),
      };
      const { data } = await change({ variables: { input } });
      return data?.changeEntrance?.errors;
    },
    onDone() {
      onClose();
      void notify({ message: t('changed', { code: entrance.code }) });
    },
  });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('changeIt', { code: entrance.code })}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <form onSubmit={edit.command.submit} noValidate>
        <Stack>
          <EntranceFields command={edit.command} />
          <FormFooter
            failure={edit.obstacle ?? edit.command.failure}
            isSending={edit.command.isSending}
            submit={t('save')}
            onCancel={onClose}
          />
        </Stack>
      </form>
      {edit.conflict && (
        <Suspense>
          <EditConflict
            edit={edit}
            fields={[
              { path: 'name', label: t('name') },
              { path: 'addressLine', label: t('addressLine') },
            ]}
          />
        </Suspense>
      )}
    </Modal>
  );
}
