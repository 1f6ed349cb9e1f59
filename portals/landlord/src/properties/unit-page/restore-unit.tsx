'use client';

import { useRestoreUnitMutation } from '../gql/hooks';
import { restoreUnit as rules } from '../gql/rules';
import type { LifeDialogProps } from '../property-place/life';
import { RestoreDialog } from '../property-place/restore-dialog';
import { forgetUnitLists } from '../unit-lists';

/** Brings a retired unit back. */
export default function RestoreUnit(props: LifeDialogProps) {
  const [restore] = useRestoreUnitMutation({ update: (cache) => forgetUnitLists(cache) });
  const send = async (code: string | undefined) => {
    const input = { unitId: props.id, version: props.version, code };
    const { data } = await restore({ variables: { input } });
    return data?.restoreUnit?.errors;
  };
  return <RestoreDialog {...props} rules={rules} send={send} />;
}
