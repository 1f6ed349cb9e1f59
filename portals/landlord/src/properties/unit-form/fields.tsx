'use client';

import {
  Alert,
  NativeSelect,
  NumberInput,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { Section } from '@propertea/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Suspense, lazy } from 'react';
import type { CommandForm } from '@/shared/forms/use-command-form';
import type { UnitBuildingFragment, UnitCategory, PropertyChoiceFragment } from '../gql/graphql';
import { createUnit as rules } from '../gql/rules';
import { UNIT_CATEGORIES } from '../unit-categories';
import { OwnAddress } from './own-address';
import type { UnitValues } from './values';

const PropertySelect = lazy(() => import('@/shared/place/property-select'));
const BuildingSelect = lazy(() => import('../unit-place/building-select'));

export interface UnitFieldsProps {
  command: CommandForm<UnitValues>;
  property: PropertyChoiceFragment | null;
  building: UnitBuildingFragment | null;
  /** Only a new unit can choose its property. */
  onProperty?: (property: PropertyChoiceFragment | null) => void;
  onBuilding: (building: UnitBuildingFragment | null) => void;
}

const NUMBERS = [
  { field: 'floor', decimals: 0, step: 1 },
  { field: 'bedrooms', decimals: 0, step: 1 },
  { field: 'bathrooms', decimals: 1, step: 0.5 },
  { field: 'areaSquareMetres', decimals: 2, step: 1 },
] as const;

/** The fields of a unit; its category decides whether it lies in a building. */
export function UnitFields(props: UnitFieldsProps) {
  const { command, property } = props;
  const { form } = command;
  const t = useTranslations('units.form');
  const tEnums = useTranslations('enums');
  const decimal = useDecimalSeparator();
  const { category } = form.values;
  const code = form.getInputProps('code');
  const neighbours = property && props.onProperty && category === 'HOUSE' && property.unitCount > 0;
  return (
    <Stack>
      <Section title={t('what')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            label={t('category')}
            description={t(`categories.${category}`)}
            data={UNIT_CATEGORIES.map((value) => ({
              value,
              label: tEnums(`UnitCategory.${value}`),
            }))}
            {...command.field('category')}
            {...form.getInputProps('category')}
            onChange={({ currentTarget }) =>
              form.setFieldValue('category', currentTarget.value as UnitCategory)
            }
          />
          <TextInput
            label={t('code')}
            description={t('codeWhat')}
            autoComplete="off"
            maxLength={10}
            {...command.field('code')}
            {...code}
            onChange={({ currentTarget }) => code.onChange(currentTarget.value.toUpperCase())}
          />
          {NUMBERS.map(({ field, decimals, step }) => (
            <NumberInput
              key={field}
              label={t(field)}
              description={t(`${field}What`, { example: 1.5 })}
              decimalScale={decimals}
              allowDecimal={decimals > 0}
              decimalSeparator={decimal}
              allowedDecimalSeparators={['.', ',']}
              allowNegative={rules[field].minimum < 0}
              step={step}
              hideControls
              inputMode={decimals > 0 ? 'decimal' : rules[field].minimum < 0 ? 'text' : 'numeric'}
              {...form.getInputProps(field)}
            />
          ))}
        </SimpleGrid>
        {neighbours && (
          <Alert color="yellow" variant="light" mt="sm">
            {t('notAlone', { count: property.unitCount })}
          </Alert>
        )}
      </Section>
      <Section title={t('where')}>
        <PlaceFields {...props} />
      </Section>
      <Section title={t('address')}>
        <OwnAddress
          command={command}
          inherited={
            category !== 'HOUSE' && props.building?.hasOwnAddress
              ? { from: 'building', address: props.building.address }
              : property && { from: 'property', address: property.address }
          }
        />
      </Section>
    </Stack>
  );
}

function PlaceFields({ command, property, building, onProperty, onBuilding }: UnitFieldsProps) {
  const { form } = command;
  const t = useTranslations('units.form');
  const { category, entranceCode } = form.values;
  const entrances = building?.entrances ?? [];
  const isKnown = !entranceCode || entrances.some(({ code }) => code === entranceCode);
  const waiting = (label: string) => <TextInput label={label} disabled />;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {onProperty ? (
        <Suspense fallback={waiting(t('property'))}>
          <PropertySelect
            label={t('property')}
            placeholder={t('search')}
            name="propertyId"
            required
            value={property}
            error={form.errors['propertyId']}
            onChoose={onProperty}
          />
        </Suspense>
      ) : (
        <TextInput
          label={t('property')}
          description={t('propertyStays')}
          value={property?.name ?? ''}
          readOnly
        />
      )}
      {category === 'HOUSE' ? (
        <Text size="sm" c="dimmed" style={{ alignSelf: 'center' }}>
          {t('houseStandsAlone')}
        </Text>
      ) : property ? (
        <Suspense fallback={waiting(t('building'))}>
          <BuildingSelect
            key={property.id}
            label={t('building')}
            placeholder={category === 'APARTMENT' ? t('search') : t('noBuilding')}
            description={onProperty ? undefined : t('moving')}
            name="buildingId"
            propertyId={property.id}
            required={category === 'APARTMENT'}
            clearable={category !== 'APARTMENT'}
            value={building}
            error={form.errors['buildingId']}
            onChoose={onBuilding}
          />
        </Suspense>
      ) : (
        <TextInput label={t('building')} description={t('propertyFirst')} disabled />
      )}
      {category !== 'HOUSE' && building && (entrances.length > 0 || entranceCode) && (
        <NativeSelect
          label={t('entrance')}
          description={t('entranceWhat')}
          data={[
            { value: '', label: t('noEntrance') },
            ...(isKnown ? [] : [{ value: entranceCode, label: entranceCode }]),
            ...entrances.map(({ code, name }) => ({
              value: code,
              label: name ? `${code} · ${name}` : code,
            })),
          ]}
          {...form.getInputProps('entranceCode')}
        />
      )}
    </SimpleGrid>
  );
}

function useDecimalSeparator(): string {
  const locale = useLocale();
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}
