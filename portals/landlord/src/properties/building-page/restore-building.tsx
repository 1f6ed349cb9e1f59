'use client';

import { useRestoreBuildingMutation } from '../gql/hooks';
import { restoreBuilding as rules } from '../gql/rules';
import { forgetBuildingLists } from '../property-lists';
import type { LifeDialogProps } from '../property-place/life';
import { RestoreDialog } from '../property-place/restore-dialog';

/** Brings a retired building back. */
export default function RestoreBuilding(props: LifeDialogProps) {
  const [restore] = useRestoreBuildingMutation({ update: forgetBuildingLists });
  const send = async (code: string | undefined) => {
    const input = { buildingId: props.id, version: props.version, code };
    const { data } = await restore({ variables: { input } });
    return data?.restoreBuilding?.errors;
  };
  return <RestoreDialog {...props} rules={rules} send={send} />;
}
