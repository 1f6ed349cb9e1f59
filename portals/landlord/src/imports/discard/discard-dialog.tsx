'use client';

import { useApolloClient } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { ConfirmDialog } from '@propertea/ui/confirm-dialog';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFailureText } from '@/shared/failure/use-failure-text';
import { useErrorText } from '@/shared/forms/use-error-text';
import { notify } from '@/shell/notify';
import { forgetFindings, forgetImportLists } from '../caches';
import { useDiscardImportMutation } from '../gql/hooks';

export interface DiscardDialogProps {
  id: string;
  fileName: string;
  isOpen: boolean;
  onClose: () => void;
  onDiscarded: () => void;
}

/** Asks before a file and what was said of it go for good. */
export default function DiscardDialog(props: DiscardDialogProps) {
  const { id, fileName } = props;
  const t = useTranslations('imports.discard');
  const client = useApolloClient();
  const errorText = useErrorText();
  const failureText = useFailureText();
  const [discard] = useDiscardImportMutation();
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      const { data } = await discard({ variables: { input: { importId: id } } });
      const [error] = data?.discardImport?.errors ?? [];
      if (error) return void notify({ message: errorText(error), isFailure: true });
      props.onDiscarded();
      forgetFindings(client.cache, id);
      forgetImportLists(client.cache);
      void notify({ message: t('done', { fileName }) });
    } catch (failure) {
      void notify({ message: failureText(failure), isFailure: true });
    } finally {
      setBusy(false);
    }
    props.onClose();
  };
  return (
    <ConfirmDialog
      title={t('title')}
      confirm={t('confirm')}
      isOpen={props.isOpen}
      isBusy={isBusy}
      isDangerous
      onConfirm={() => void send()}
      onClose={props.onClose}
    >
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('what', { fileName })}
      </Text>
    </ConfirmDialog>
  );
}
