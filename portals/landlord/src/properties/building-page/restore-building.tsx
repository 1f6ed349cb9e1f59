'use client';

import { useTranslations } from 'next-intl';
import { notify } from '@/shell/notify';
import { useRestoreBuildingMutation } from '../gql/hooks';
import { restoreBuilding as rules } from '../gql/rules';
import { forgetBuildingLists } from '../property-lists';
import type { LifeDialogProps } from '../property-place/life';
import { RestoreDialog } from '../property-place/restore-dialog';

/** Brings a retired building back. */
export default function RestoreBuilding(props: LifeDialogProps) {
  const { id, name, code, version } = props;
  const t = useTranslations('properties.life');
  const [restore] = useRestoreBuildingMutation({ update: forgetBuildingLists });
  const send = async (other: string | undefined) => {
    const input = { buildingId: id, version, code: other };
    const { data } = await restore({ variables: { input } });
    const errors = data?.restoreBuilding?.errors;
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
