'use client';

import { useApolloClient } from '@apollo/client/react';
import { useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import { useErrorText } from '@/shared/forms/use-error-text';
import { useFailureText } from '@/shared/failure/use-failure-text';
import { notify } from '@/shell/notify';
import { RestoreBuildingDocument, RetireBuildingDocument } from '../gql/graphql';
import { useBuildingDependentsQuery } from '../gql/hooks';
import { retireBuilding as rules } from '../gql/rules';
import { forgetBuildingLists } from '../property-lists';
import type { LifeDialogProps } from '../property-place/life';
import { RetireDialog } from '../property-place/retire-dialog';

/** Takes a building out of the portfolio, if nothing lives in it. */
export default function RetireBuilding(props: LifeDialogProps) {
  const { id, name, isOpen, onClose } = props;
  const t = useTranslations('properties.life');
  const to = useTo();
  const client = useApolloClient();
  const errorText = useErrorText();
  const failureText = useFailureText();
  const { data, error, refetch } = useBuildingDependentsQuery({
    variables: { id },
    fetchPolicy: 'no-cache',
    skip: !isOpen,
  });
  const building = data?.building;
  const again = () => void refetch().catch(() => undefined);

  const undo = async (version: number) => {
    try {
      const { data: answer } = await client.mutate({
        mutation: RestoreBuildingDocument,
        variables: { input: { buildingId: id, version } },
        update: forgetBuildingLists,
      });
      const [problem] = answer?.restoreBuilding?.errors ?? [];
      if (problem) void notify({ message: errorText(problem), isFailure: true });
      else void notify({ message: t('restored', { name }) });
    } catch (failure) {
      void notify({ message: failureText(failure), isFailure: true });
    }
  };
  const send = async (reason: string | undefined) => {
    const input = { buildingId: id, version: building?.version ?? props.version, reason };
    const { data: answer } = await client.mutate({
      mutation: RetireBuildingDocument,
      variables: { input },
      update: forgetBuildingLists,
    });
    const { errors = [], building: retired } = answer?.retireBuilding ?? {};
    if (errors.length > 0) {
      again();
      props.onStale();
    } else if (retired) {
      const action = { label: t('undo'), run: () => void undo(retired.version) };
      void notify({ message: t('retired', { name }), action });
    }
    return errors;
  };
  return (
    <RetireDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('retireTitle', { name })}
      what={t('retireBuilding')}
      rules={rules}
      dependents={
        building
          ? [{ kind: 'units', count: building.unitCount, href: to(`/units?building=${id}`) }]
          : undefined
      }
      failure={error}
      onRetry={again}
      send={send}
      onDone={onClose}
    />
  );
}
