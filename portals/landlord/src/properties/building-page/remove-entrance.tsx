'use client';

import { Alert, Anchor, Text } from '@mantine/core';
import { LoadingLines, UiLink } from '@propertea/ui';
import { ConfirmDialog } from '@propertea/ui/confirm-dialog';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTo } from '@/session/session-provider';
import { useFailureText } from '@/shared/failure/use-failure-text';
import { useErrorText } from '@/shared/forms/use-error-text';
import { notify } from '@/shell/notify';
import {
  useBuildingDependentsQuery,
  useEntranceUsersQuery,
  useRemoveEntranceMutation,
} from '../gql/hooks';
import type { EntranceDialogProps } from './entrance-props';

/** Takes an entrance away, unless units are reached by it. */
export default function RemoveEntrance(props: EntranceDialogProps) {
  const { building, entrance, isOpen, onClose } = props;
  const { code } = entrance;
  const t = useTranslations('buildings.entrances');
  const to = useTo();
  const errorText = useErrorText();
  const failureText = useFailureText();
  const [failure, setFailure] = useState<string>();
  const [remove, { loading: isBusy }] = useRemoveEntranceMutation();
  const users = useEntranceUsersQuery({
    variables: { filter: { buildingId: building.id, entranceCode: code } },
    fetchPolicy: 'no-cache',
    skip: !isOpen,
  });
  const now = useBuildingDependentsQuery({
    variables: { id: building.id },
    fetchPolicy: 'network-only',
    skip: !isOpen,
  });
  const count = users.data?.units?.totalCount;
  const problem = failure ?? (users.error && failureText(users.error));
  const run = async () => {
    setFailure(undefined);
    const version = now.data?.building?.version ?? building.version;
    try {
      const { data } = await remove({
        variables: { input: { buildingId: building.id, version, code } },
      });
      const [error] = data?.removeEntrance?.errors ?? [];
      if (error) return setFailure(errorText(error));
      onClose();
      void notify({ message: t('removed', { code }) });
    } catch (cause) {
      setFailure(failureText(cause));
    }
  };
  return (
    <ConfirmDialog
      title={t('removeIt', { code })}
      confirm={t('remove')}
      isOpen={isOpen}
      isBusy={isBusy}
      failure={problem}
      isDangerous
      isImpossible={count === undefined || count > 0}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {count === undefined && !problem ? (
        <LoadingLines rows={2} />
      ) : count ? (
        <Alert color="yellow" variant="light">
          {t('inUse', { count })}{' '}
          <Anchor component={UiLink} href={to(`/units?building=${building.id}`)} onClick={onClose}>
            {t('seeUnits')}
          </Anchor>
        </Alert>
      ) : (
        <Text>{t('removeWhat')}</Text>
      )}
    </ConfirmDialog>
  );
}
