'use client';

import { NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { Section } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Rules } from '@/shared/forms/rule';
import type { CommandForm } from '@/shared/forms/use-command-form';
import { AddressFields } from '../property-place/address-fields';
import { FIELD } from '@/shared/forms/field';
import { TimeZoneChoice } from '../property-place/choices';
import { PROPERTY_TYPES } from '../property-types';
import { hasPoint, pointOf } from './values';
import type { PropertyValues } from './values';

/** The rules of a form: half a point is none, and no point is fine. */
export function propertyRules(rules: Rules): Rules {
  const free = (path: string) => ({ [path]: { ...rules[path], required: false } });
  return { ...rules, ...free('coordinates.latitude'), ...free('coordinates.longitude') };
}

/** Which of the two numbers of a point is missing, if one is. */
export function missingOfPoint(values: PropertyValues): 'latitude' | 'longitude' | undefined {
  if (!hasPoint(values)) return undefined;
  return (['latitude', 'longitude'] as const).find((name) => !values.coordinates[name].trim());
}

/** Everything that a person says of a property; `first` comes before it, such as its company. */
export function PropertyFields(props: {
  command: CommandForm<PropertyValues & { companyId?: string }>;
  first?: ReactNode;
}) {
  const { command } = props;
  const { form, field } = command;
  const t = useTranslations('properties.form');
  const tEnums = useTranslations('enums.PropertyType');
  const of = (path: string) => ({
    autoComplete: 'off',
    ...FIELD,
    ...field(path),
    ...form.getInputProps(path),
  });
  const capitals = (path: 'code' | 'jurisdiction') => ({
    ...of(path),
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      form.setFieldValue(path, currentTarget.value.toUpperCase()),
  });
  const number = (name: 'latitude' | 'longitude') => ({
    ...of(`coordinates.${name}`),
    inputMode: 'text' as const,
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) => {
      const point = pointOf(value);
      if (point) form.setFieldValue('coordinates', point);
      else form.setFieldValue(`coordinates.${name}`, value);
    },
  });
  return (
    <Stack mb="md">
      <Section title={t('facts')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {props.first}
          <TextInput label={t('name')} {...of('name')} />
          <TextInput label={t('code')} description={t('codeWhat')} {...capitals('code')} />
          <NativeSelect
            label={t('type')}
            data={PROPERTY_TYPES.map((value) => ({ value, label: tEnums(value) }))}
            {...of('type')}
          />
        </SimpleGrid>
      </Section>
      <Section title={t('address.title')}>
        <AddressFields command={command} />
      </Section>
      <Section title={t('point')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('latitude')}
            description={t('latitudeWhat')}
            {...number('latitude')}
          />
          <TextInput
            label={t('longitude')}
            description={t('longitudeWhat')}
            {...number('longitude')}
          />
        </SimpleGrid>
      </Section>
      <Section title={t('law')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('jurisdiction')}
            description={t('jurisdictionWhat')}
            {...capitals('jurisdiction')}
          />
          <TimeZoneChoice
            label={t('timeZone')}
            description={t('timeZoneWhat')}
            {...of('timeZone')}
          />
        </SimpleGrid>
      </Section>
    </Stack>
  );
}
