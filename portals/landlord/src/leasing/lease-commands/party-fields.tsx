'use client';

import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { FIELD } from '@/shared/forms/field';
import type { CommandForm } from '@/shared/forms/use-command-form';
import type { PartyRole } from '../gql/graphql';

export const PARTY_ROLES: readonly PartyRole[] = ['TENANT', 'OCCUPANT', 'GUARANTOR'];

/** The fields of a person of a lease, at a path of the form such as `parties.0.`. */
export function PartyFields<Values extends Record<string, unknown>>(props: {
  command: CommandForm<Values>;
  at?: string;
}) {
  const { command, at = '' } = props;
  const { form, field } = command;
  const t = useTranslations('leasing.fields');
  const tEnums = useTranslations('enums');
  return (
    <>
      <TextInput
        {...FIELD}
        label={t('name')}
        autoComplete="off"
        {...field(`${at}name`)}
        {...form.getInputProps(`${at}name`)}
      />
      <NativeSelect
        {...FIELD}
        label={t('role')}
        data={PARTY_ROLES.map((value) => ({ value, label: tEnums(`PartyRole.${value}`) }))}
        {...form.getInputProps(`${at}role`)}
      />
      <TextInput
        {...FIELD}
        type="email"
        label={t('email')}
        description={t('emailWhat')}
        autoComplete="off"
        {...field(`${at}email`)}
        {...form.getInputProps(`${at}email`)}
      />
      <TextInput
        {...FIELD}
        type="tel"
        label={t('phone')}
        autoComplete="off"
        {...field(`${at}phone`)}
        {...form.getInputProps(`${at}phone`)}
      />
    </>
  );
}
