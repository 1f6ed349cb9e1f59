'use client';

import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { CommandForm } from '@/shared/forms/use-command-form';
import { ADDRESS_FIELDS } from './address-values';
import { CountryChoice } from './choices';

/** The fields of an address that a form holds under `address`. */
export function AddressFields<Values extends Record<string, unknown>>({
  command,
}: {
  command: CommandForm<Values>;
}) {
  const t = useTranslations('properties.form.address');
  const { form } = command;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {ADDRESS_FIELDS.map((name) => {
        const path = `address.${name}` as const;
        const attributes = { label: t(name), ...command.field(path), ...form.getInputProps(path) };
        return name === 'country' ? (
          <CountryChoice key={name} {...attributes} />
        ) : (
          <TextInput key={name} autoComplete="off" {...attributes} />
        );
      })}
    </SimpleGrid>
  );
}
