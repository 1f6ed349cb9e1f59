'use client';

import { useApolloClient } from '@apollo/client/react';
import { useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import { useErrorText } from '@/shared/forms/use-error-text';
import { useFailureText } from '@/shared/failure/use-failure-text';
import { notify } from '@/shell/notify';
import { RestorePropertyDocument, RetirePropertyDocument } from '../gql/graphql';
import { usePropertyDependentsQuery } from '../gql/hooks';
import { retireProperty as rules } from '../gql/rules';
import { forgetPropertyLists } from '../property-lists';
import type { LifeDialogProps } from '../property-place/life';
import { RetireDialog } from '../property-place/retire-dialog';

/** Takes a property out of the portfolio, if nothing lives in it. */
export default function RetireProperty(props: LifeDialogProps) {
  const { id, name, isOpen, onClose } = props;
  const t = useTranslations('properties.life');
  const to = useTo();
  const client = useApolloClient();
  const errorText = useErrorText();
  const failureText = useFailureText();
  const { data, error, refetch } = usePropertyDependentsQuery({
    variables: { id },
    fetchPolicy: 'no-cache',
    skip: !isOpen,
  });
  const property = data?.property;
  const again = () => void refetch().catch(() => undefined);

  const undo = async (version: number) => {
    try {
      const { data: answer } = await client.mutate({
        mutation: RestorePropertyDocument,
        variables: { input: { propertyId: id, version } },
        update: forgetPropertyLists,
      });
      const [problem] = answer?.restoreProperty?.errors ?? [];
      if (problem) void notify({ message: errorText(problem), isFailure: true });
      else void notify({ message: t('restored', { name }) });
    } catch (failure) {
      void notify({ message: failureText(failure), isFailure: true });
    }
  };
  const send = async (reason: string | undefined) => {
    const input = { propertyId: id, version: property?.version ?? props.version, reason };
    const { data: answer } = await client.mutate({
      mutation: RetirePropertyDocument,
      variables: { input },
      update: forgetPropertyLists,
    });
    const { errors = [], property: retired } = answer?.retireProperty ?? {};
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
      what={t('retireProperty')}
      rules={rules}
      dependents={
        property
          ? [
              {
                kind: 'buildings',
                count: property.buildings.totalCount,
                href: to(`/properties/${id}?tab=buildings`),
              },
              { kind: 'units', count: property.unitCount, href: to(`/units?property=${id}`) },
            ]
          : undefined
      }
      failure={error}
      onRetry={again}
      send={send}
      onDone={onClose}
    />
  );
}
