'use client';

import { Anchor, Text, Textarea } from '@mantine/core';
import { LoadingLines, UiLink } from '@propertea/ui';
import { ConfirmDialog } from '@propertea/ui/confirm-dialog';
import { useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import { Failure } from '@/shared/failure/failure';
import { useCommandForm } from '@/shared/forms/use-command-form';
import { notify } from '@/shell/notify';
import { forgetHistory, forgetLists } from '../forget';
import { useCompanyPageQuery, useRetireCompanyMutation } from '../gql/hooks';
import { retireCompany } from '../gql/rules';
import type { ChangeCompanyProps } from './change-company';

/** Asks before a company is retired; one that still owns something live cannot be (R49). */
export default function RetireCompany({ isOpen, onClose, company }: ChangeCompanyProps) {
  const t = useTranslations('companies.retire');
  const to = useTo();
  // Counted when it is asked: the page may be an hour old.
  const { data, error, loading, refetch } = useCompanyPageQuery({
    variables: { id: company.id },
    fetchPolicy: 'network-only',
  });
  const now = data?.company;
  const count = now?.liveProperties?.totalCount;
  const [retire] = useRetireCompanyMutation({
    update(cache) {
      forgetHistory(company)(cache);
      forgetLists('companies')(cache);
    },
  });
  const command = useCommandForm({
    rules: retireCompany,
    initial: { reason: '' },
    async send({ reason }) {
      const input = {
        companyId: company.id,
        version: now?.version ?? company.version,
        reason: reason.trim() || null,
      };
      const answer = await retire({ variables: { input } });
      return answer.data?.retireCompany?.errors;
    },
    onDone() {
      void notify({ message: t('done', { name: company.name }) });
      onClose();
    },
  });
  const { form, field, failure } = command;
  return (
    <ConfirmDialog
      title={t('title', { name: company.name })}
      confirm={t('confirm')}
      isOpen={isOpen}
      isBusy={command.isSending}
      failure={failure}
      isImpossible={count !== 0}
      isDangerous
      onConfirm={() => command.submit()}
      onClose={onClose}
    >
      {loading && <LoadingLines rows={2} />}
      {!loading && count === undefined && <Failure failure={error} retry={() => void refetch()} />}
      {count !== undefined && count > 0 && (
        <>
          <Text>{t('blocked', { count })}</Text>
          <Anchor component={UiLink} href={to(`/properties?companies=${company.id}`)}>
            {t('showProperties')}
          </Anchor>
        </>
      )}
      {count === 0 && (
        <>
          <Text>{t('what')}</Text>
          <Textarea
            label={t('reason')}
            {...field('reason')}
            {...form.getInputProps('reason')}
            autosize
            minRows={2}
          />
        </>
      )}
    </ConfirmDialog>
  );
}
