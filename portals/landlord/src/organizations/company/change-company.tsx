'use client';

import { useApolloClient } from '@apollo/client/react';
import { Modal } from '@mantine/core';
import { useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import { ConflictDialog } from '@/shared/forms/conflict-dialog';
import { useCommandForm } from '@/shared/forms/use-command-form';
import { notify } from '@/shell/notify';
import { CompanyPageDocument } from '../gql/graphql';
import type { CompanyFieldsFragment } from '../gql/graphql';
import { useChangeCompanyMutation } from '../gql/hooks';
import { changeCompany } from '../gql/rules';
import { forgetHistory } from '../forget';
import { CompanyForm } from './company-form';

export interface ChangeCompanyProps extends DialogProps {
  company: CompanyFieldsFragment;
}

/** Changes a company; who saved in the meantime is compared with, never overwritten unseen. */
export default function ChangeCompany({ isOpen, onClose, company }: ChangeCompanyProps) {
  const t = useTranslations('companies.form');
  const texts = useUiTexts();
  const client = useApolloClient();
  const [change] = useChangeCompanyMutation({ update: forgetHistory(company) });
  const version = useRef(company.version);
  const [theirs, setTheirs] = useState<CompanyFieldsFragment>();
  const command = useCommandForm({
    rules: changeCompany,
    initial: { name: company.name, code: company.code },
    async send(values) {
      const input = { ...values, companyId: company.id, version: version.current };
      const { data } = await change({ variables: { input } });
      const errors = data?.changeCompany?.errors;
      if (!errors?.some(({ code }) => code === 'CONFLICT')) return errors;
      const { data: now } = await client.query({
        query: CompanyPageDocument,
        variables: { id: company.id },
        fetchPolicy: 'network-only',
      });
      // A conflict without another version has another reason, which the message tells.
      const found = now?.company;
      if (!found || found.version === version.current) {
        return errors.map((error) => ({ ...error, code: 'INVALID_INPUT' }));
      }
      setTheirs(found);
      return errors;
    },
    onConflict: () => undefined,
    onDone() {
      void notify({ message: t('changed') });
      onClose();
    },
  });
  const values = command.form.getValues();
  return (
    <>
      <Modal
        opened={isOpen && !theirs}
        onClose={onClose}
        title={t('change')}
        closeButtonProps={{ 'aria-label': texts.close }}
      >
        <CompanyForm command={command} submit={t('submitChange')} onCancel={onClose} />
      </Modal>
      {theirs && (
        <ConflictDialog
          isOpen
          fields={[
            { path: 'name', label: t('name'), mine: values.name, theirs: theirs.name },
            { path: 'code', label: t('code'), mine: values.code, theirs: theirs.code },
          ]}
          isBusy={command.isSending}
          onKeepMine={() => {
            version.current = theirs.version;
            setTheirs(undefined);
            command.submit();
          }}
          onTakeTheirs={() => {
            version.current = theirs.version;
            command.form.setValues({ name: theirs.name, code: theirs.code });
            setTheirs(undefined);
          }}
          onClose={() => setTheirs(undefined)}
        />
      )}
    </>
  );
}
