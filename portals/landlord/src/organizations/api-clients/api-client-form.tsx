'use client';

import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { DayInput } from '@/shared/days/day-input';
import { FormFooter } from '@/shared/forms/form-footer';
import type { CommandForm } from '@/shared/forms/use-command-form';
import { SCOPES } from './api-client-values';
import type { ApiClientValues } from './api-client-values';
import { GrantFields } from './grant-fields';

/** What an API client is called, may do and how long. */
export function ApiClientForm(props: {
  command: CommandForm<ApiClientValues>;
  submit: string;
  onCancel: () => void;
}) {
  const t = useTranslations('apiClients.form');
  const tScope = useTranslations('enums.ApiScope');
  const { command } = props;
  const { form, field, failure, isSending } = command;
  return (
    <form onSubmit={command.submit} noValidate>
      <Stack>
        <TextInput
          label={t('name')}
          description={t('nameWhat')}
          {...field('name')}
          {...form.getInputProps('name')}
          autoComplete="off"
          data-autofocus
        />
        <Checkbox.Group
          label={t('scopes')}
          description={t('scopesWhat')}
          required
          {...form.getInputProps('scopes')}
        >
          <Stack gap="xs" mt="xs">
            {SCOPES.map((scope) => (
              <Checkbox key={scope} value={scope} label={tScope(scope)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <GrantFields form={form} />
        <DayInput
          label={t('expiresOn')}
          description={t('expiresOnWhat')}
          {...form.getInputProps('expiresOn')}
        />
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
