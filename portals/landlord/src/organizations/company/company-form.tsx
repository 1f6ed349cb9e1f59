'use client';

import { Stack, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FormFooter } from '@/shared/forms/form-footer';
import type { CommandForm } from '@/shared/forms/use-command-form';

interface Values extends Record<string, unknown> {
  name: string;
  code: string;
}

/** What a new company and a changed one have in common. */
export function CompanyForm<V extends Values>(props: {
  command: CommandForm<V>;
  submit: string;
  onCancel: () => void;
  children?: ReactNode;
}) {
  const t = useTranslations('companies.form');
  const { form, field, submit, failure, isSending } = props.command;
  const code = form.getInputProps('code');
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('name')}
          {...field('name')}
          {...form.getInputProps('name')}
          key={form.key('name')}
          autoComplete="off"
          data-autofocus
        />
        <TextInput
          label={t('code')}
          description={t('codeWhat')}
          {...field('code')}
          {...code}
          key={form.key('code')}
          onChange={({ currentTarget }) => code.onChange(currentTarget.value.toUpperCase())}
          autoComplete="off"
          autoCapitalize="characters"
        />
        {props.children}
        <FormFooter
          failure={failure}
          isSending={isSending}
          submit={props.submit}
          onCancel={props.onCancel}
        />
      </Stack>
    </form>
  );
}
