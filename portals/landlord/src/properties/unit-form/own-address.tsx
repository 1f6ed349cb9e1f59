'use client';

import { Checkbox, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { CommandForm } from '@/shared/forms/use-command-form';
import type { PropertyChoiceFragment } from '../gql/graphql';
import { AddressFields } from '../property-place/address-fields';
import { addressText } from '../unit-place/address-text';
import { addressValues } from './values';
import type { AddressValues, UnitValues } from './values';

const NOTHING = { line1: '', line2: '', postalCode: '', city: '', region: '', country: '' };

/** Whether a unit has an address of its own, and which; what was typed comes back when it is wanted again. */
export function OwnAddress(props: {
  command: CommandForm<UnitValues>;
  inherited: { from: 'building' | 'property'; address: PropertyChoiceFragment['address'] } | null;
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
        <AddressFields command={command} />
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
