'use client';

import { Stack, Text, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { PlainPage } from '@/session/plain-page';
import { FormFooter } from '@/shared/forms/form-footer';
import { useCommandForm } from '@/shared/forms/use-command-form';
import { useRegisterOrganizationMutation } from '../gql/hooks';
import { registerOrganization } from '../gql/rules';

/** Registers an organization and goes there; for anybody who is signed in. */
export function RegisterPage({ email }: { email: string }) {
  const t = useTranslations('members.register');
  return (
    <PlainPage title={t('title')} email={email}>
      <RegisterForm />
    </PlainPage>
  );
}

function RegisterForm() {
  const t = useTranslations('members.register');
  const [register] = useRegisterOrganizationMutation();
  const command = useCommandForm({
    rules: registerOrganization,
    initial: { name: '' },
    async send(input) {
      const { data } = await register({ variables: { input } });
      const { organization, errors } = data?.registerOrganization ?? {};
      // Another organization is another graph, loaded from the start.
      if (organization) window.location.assign(`/${organization.id}`);
      return errors;
    },
  });
  const { form, field, failure, isSending, submit } = command;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text>{t('what')}</Text>
        <TextInput
          label={t('name')}
          {...field('name')}
          {...form.getInputProps('name')}
          autoComplete="organization"
        />
        <FormFooter
          failure={failure}
          isSending={isSending}
          submit={t('submit')}
          onCancel={() => window.history.back()}
        />
      </Stack>
    </form>
  );
}
