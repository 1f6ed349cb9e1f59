'use client';

import { Checkbox, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { Section } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import type { CommandForm } from '@/shared/forms/use-command-form';
import type { AddressInput } from '../gql/graphql';
import { AddressFields } from '../property-place/address-fields';
import { FIELD } from '@/shared/forms/field';
import { NO_ADDRESS, addressValues } from '../property-place/address-values';
import type { AddressValues } from '../property-place/address-values';
import { addressText } from '../unit-place/address-text';
import type { BuildingValues } from './values';

/** Everything that a person says of a building; `first` comes before it, such as its property. */
export function BuildingFields(props: {
  command: CommandForm<BuildingValues & { propertyId?: string }>;
  /** The address that it has without one of its own. */
  inherited: AddressInput | null;
  first?: ReactNode;
}) {
  const { command, inherited } = props;
  const { form, field } = command;
  const t = useTranslations('buildings.form');
  const tAddress = useTranslations('properties.form.address');
  const typed = useRef<AddressValues>(undefined);
  const own = form.values.address;
  const toggle = (isOwn: boolean) => {
    // What was typed comes back when it is wanted again.
    if (own) typed.current = own;
    const first = inherited ? addressValues(inherited) : NO_ADDRESS;
    form.setFieldValue('address', isOwn ? (typed.current ?? first) : null);
  };
  return (
    <Stack mb="md">
      <Section title={t('facts')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {props.first}
          <TextInput
            label={t('code')}
            description={t('codeWhat')}
            autoComplete="off"
            {...FIELD}
            {...field('code')}
            {...form.getInputProps('code')}
            onChange={({ currentTarget }) =>
              form.setFieldValue('code', currentTarget.value.toUpperCase())
            }
          />
          <TextInput
            label={t('name')}
            description={t('nameWhat')}
            autoComplete="off"
            {...FIELD}
            {...field('name')}
            {...form.getInputProps('name')}
          />
        </SimpleGrid>
      </Section>
      <Section title={tAddress('title')}>
        <Stack gap="sm">
          <Checkbox
            label={t('ownAddress')}
            checked={own !== null}
            onChange={({ currentTarget }) => toggle(currentTarget.checked)}
          />
          {own ? (
            <AddressFields command={command} />
          ) : (
            <Text size="sm" c="dimmed">
              {inherited
                ? t('inherited', { address: addressText(inherited) })
                : t('inheritedLater')}
            </Text>
          )}
        </Stack>
      </Section>
    </Stack>
  );
}
