'use client';

import { Modal, Select } from '@mantine/core';
import { useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { useTo } from '@/session/session-provider';
import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import { useCommandForm } from '@/shared/forms/use-command-form';
import { notify } from '@/shell/notify';
import { useCurrencyName } from '../company-list/currency-name';
import { useCreateCompanyMutation } from '../gql/hooks';
import { createCompany } from '../gql/rules';
import { forgetLists } from '../forget';
import { CompanyForm } from './company-form';

/** Creates a company and goes to its page. */
export default function CreateCompany({ isOpen, onClose }: DialogProps) {
  const t = useTranslations('companies.form');
  const texts = useUiTexts();
  const router = useRouter();
  const to = useTo();
  const currencyName = useCurrencyName();
  const [create] = useCreateCompanyMutation({ update: forgetLists('companies') });
  const command = useCommandForm({
    rules: createCompany,
    initial: { name: '', code: '', currency: '' },
    async send(input) {
      const { data } = await create({ variables: { input } });
      const company = data?.createCompany?.company;
      if (company) {
        void notify({ message: t('created', { name: company.name }) });
        router.push(to(`/companies/${company.id}`));
      }
      return data?.createCompany?.errors;
    },
    onDone: onClose,
  });
  const currencies = useMemo(
    () =>
      Intl.supportedValuesOf('currency').map((value) => ({ value, label: currencyName(value) })),
    [currencyName],
  );
  const { form, field } = command;
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('create')}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <CompanyForm command={command} submit={t('submitCreate')} onCancel={onClose}>
        <Select
          label={t('currency')}
          description={t('currencyWhat')}
          data={currencies}
          {...form.getInputProps('currency')}
          required={field('currency').required ?? false}
          key={form.key('currency')}
          nothingFoundMessage={t('nothingFound')}
          searchable
          allowDeselect={false}
        />
      </CompanyForm>
    </Modal>
  );
}
