'use client';

import { useRestorePropertyMutation } from '../gql/hooks';
import { restoreProperty as rules } from '../gql/rules';
import { forgetPropertyLists } from '../property-lists';
import type { LifeDialogProps } from '../property-place/life';
import { RestoreDialog } from '../property-place/restore-dialog';

/** Brings a retired property back. */
export default function RestoreProperty(props: LifeDialogProps) {
  const [restore] = useRestorePropertyMutation({ update: forgetPropertyLists });
  const send = async (code: string | undefined) => {
    const input = { propertyId: props.id, version: props.version, code };
    const { data } = await restore({ variables: { input } });
    return data?.restoreProperty?.errors;
  };
  return <RestoreDialog {...props} rules={rules} send={send} />;
}
