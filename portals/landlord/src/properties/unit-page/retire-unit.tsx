'use client';

import { useApolloClient } from '@apollo/client/react';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/shared/forms/use-error-text';
import { useFailureText } from '@/shared/failure/use-failure-text';
import { notify } from '@/shell/notify';
import { RestoreUnitDocument, RetireUnitDocument } from '../gql/graphql';
import { retireUnit as rules } from '../gql/rules';
import type { LifeDialogProps } from '../property-place/life';
import { RetireDialog } from '../property-place/retire-dialog';
import { forgetUnitLists } from '../unit-lists';

/** Takes a unit out of the portfolio, after a question and with a reason. */
export default function RetireUnit(props: LifeDialogProps) {
  const { id, name } = props;
  const t = useTranslations('properties.life');
  const tUnits = useTranslations('units.page');
  const client = useApolloClient();
  const errorText = useErrorText();
  const failureText = useFailureText();

  const undo = async (version: number) => {
    try {
      const { data } = await client.mutate({
        mutation: RestoreUnitDocument,
        variables: { input: { unitId: id, version } },
        update: (cache) => forgetUnitLists(cache),
      });
      const [problem] = data?.restoreUnit?.errors ?? [];
      if (problem) void notify({ message: errorText(problem), isFailure: true });
      else void notify({ message: t('restored', { name }) });
    } catch (failure) {
      void notify({ message: failureText(failure), isFailure: true });
    }
  };
  return (
    <RetireDialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={t('retireTitle', { name })}
      what={tUnits('retireWhat')}
      rules={rules}
      // Nothing of this house lives in a unit.
      dependents={[]}
      failure={undefined}
      onRetry={() => undefined}
      send={async (reason) => {
        const { data } = await client.mutate({
          mutation: RetireUnitDocument,
          variables: { input: { unitId: id, version: props.version, reason } },
          update: (cache) => forgetUnitLists(cache),
        });
        const { errors = [], unit } = data?.retireUnit ?? {};
        if (errors.length > 0) props.onStale();
        else if (unit) {
          const action = { label: t('undo'), run: () => void undo(unit.version) };
          void notify({ message: t('retired', { name }), action });
        }
        return errors;
      }}
      onDone={props.onClose}
    />
  );
}
