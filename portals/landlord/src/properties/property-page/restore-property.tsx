'use client';

import { useTranslations } from 'next-intl';
import { notify } from '@/shell/notify';
import { useRestorePropertyMutation } from '../gql/hooks';
import { restoreProperty as rules } from '../gql/rules';
import { forgetPropertyLists } from '../property-lists';
import type { LifeDialogProps } from '../property-place/life';
import { RestoreDialog } from '../property-place/restore-dialog';

/** Brings a retired property back. */
export default function RestoreProperty(props: LifeDialogProps) {
  const { id, name, code, version } = props;
  const t = useTranslations('properties.life');
  const [restore] = useRestorePropertyMutation({ update: forgetPropertyLists });
  const send = async (other: string | undefined) => {
    const input = { propertyId: id, version, code: other };
    const { data } = await restore({ variables: { input } });
    const errors = data?.restoreProperty?.errors;
    if (errors?.some((one) => one.code === 'CONFLICT')) props.onStale();
    return errors;
  };
  return (
    <RestoreDialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={t('restoreTitle', { name })}
      code={code}
      rules={rules}
      send={send}
      onDone={() => {
        props.onClose();
        void notify({ message: t('restored', { name }) });
      }}
    />
  );
}
