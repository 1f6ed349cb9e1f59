'use client';

import { useTranslations } from 'next-intl';
import { notify } from '@/shell/notify';
import { useRestoreUnitMutation } from '../gql/hooks';
import { restoreUnit as rules } from '../gql/rules';
import type { LifeDialogProps } from '../property-place/life';
import { RestoreDialog } from '../property-place/restore-dialog';
import { forgetUnitLists } from '../unit-lists';

/** Brings a retired unit back. */
export default function RestoreUnit(props: LifeDialogProps) {
  const { id, name, code, version } = props;
  const t = useTranslations('properties.life');
  const [restore] = useRestoreUnitMutation({ update: (cache) => forgetUnitLists(cache) });
  return (
    <RestoreDialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={t('restoreTitle', { name })}
      code={code}
      rules={rules}
      send={async (other) => {
        const { data } = await restore({
          variables: { input: { unitId: id, version, code: other } },
        });
        const errors = data?.restoreUnit?.errors;
        if (errors?.some((one) => one.code === 'CONFLICT')) props.onStale();
        return errors;
      }}
      onDone={() => {
        props.onClose();
        void notify({ message: t('restored', { name }) });
      }}
    />
  );
}
