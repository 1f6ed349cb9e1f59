'use client';

import { Checkbox, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { CommandForm } from '@/shared/forms/use-command-form';
import type { UnitPropertyFragment } from '../gql/graphql';
import { addressText } from '../unit-place/address-text';
import { addressValues } from './values';
import type { AddressValues, UnitValues } from './values';

const FIELDS = ['line1', 'line2', 'postalCode', 'city', 'region', 'country'] as const;

const NOTHING = { line1: '', line2: '', postalCode: '', city: '', region: '', country: '' };

/** Whether a unit has an address of its own, and which; what was typed comes back when it is wanted again. */
export function AddressFields(props: {
  command: CommandForm<UnitValues>;
  inherited: { from: 'building' | 'property'; address: UnitPropertyFragment['address'] } | null;
}) {
  const { command, inherited } = props;
  const { form } = command;
  const t = useTranslations('units.form');
  const typed = useRef<AddressValues>(undefined);
  const own = form.values.address;
  const toggle = (isOwn: boolean) => {
    if (own) typed.current = own;
    const first = inherited ? addressValues(inherited.address) : NOTHING;
    form.setFieldValue('address', isOwn ? (typed.current ?? first) : null);
  };
  return (
    <Stack gap="sm">
      <Checkbox
        label={t('ownAddress')}
        checked={own !== null}
        onChange={({ currentTarget }) => toggle(currentTarget.checked)}
      />
      {own ? (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {FIELDS.map((field) => {
            const input = form.getInputProps(`address.${field}`);
            return (
              <TextInput
                key={field}
                label={t(`addressFields.${field}`)}
                description={field === 'country' ? t('countryWhat') : undefined}
                autoComplete="off"
                {...command.field(`address.${field}`)}
                {...input}
                {...(field === 'country'
                  ? {
                      maxLength: 2,
                      onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
                        input.onChange(currentTarget.value.toUpperCase()),
                    }
                  : {})}
              />
            );
          })}
        </SimpleGrid>
      ) : (
        <Text size="sm" c="dimmed">
          {inherited
            ? t(`inherited.${inherited.from}`, { address: addressText(inherited.address) })
            : t('inherited.nothing')}
        </Text>
      )}
    </Stack>
  );
}
