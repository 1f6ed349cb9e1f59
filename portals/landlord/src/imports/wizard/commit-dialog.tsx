'use client';

import { List, Text } from '@mantine/core';
import { ConfirmDialog } from '@propertea/ui/confirm-dialog';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/shared/forms/use-error-text';
import type { ImportFacts } from '../import-types';
import { useRun } from './use-run';

/** Asks before a file becomes part of the portfolio; says in numbers what that means. */
export default function CommitDialog(props: {
  found: ImportFacts;
  isOpen: boolean;
  onClose: () => void;
  onBegun: () => void;
}) {
  const { found } = props;
  const t = useTranslations('imports.commit');
  const errorText = useErrorText();
  const { isAsking, run } = useRun();
  const [problem, setProblem] = useState<string>();
  const send = async () => {
    setProblem(undefined);
    const answer = await run({ importId: found.id, dryRun: false });
    if (!answer) return;
    const [error] = answer.errors;
    const text = answer.failure ?? (error && errorText(error));
    if (text) return setProblem(text);
    props.onClose();
    props.onBegun();
  };
  return (
    <ConfirmDialog
      title={t('title')}
      confirm={t('confirm')}
      isOpen={props.isOpen}
      isBusy={isAsking}
      failure={problem}
      onConfirm={() => void send()}
      onClose={props.onClose}
    >
      <Text size="sm">{t('what')}</Text>
      <List size="sm">
        <List.Item>{t('properties', { count: found.propertiesCreated })}</List.Item>
        <List.Item>{t('units', { count: found.unitsCreated })}</List.Item>
        {found.rowsRejected > 0 && (
          <List.Item>{t('rejected', { count: found.rowsRejected })}</List.Item>
        )}
      </List>
      <Text size="sm">{t('once')}</Text>
    </ConfirmDialog>
  );
}
