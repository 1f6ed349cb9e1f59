'use client';

import { Group, MultiSelect, NativeSelect, NumberInput } from '@mantine/core';
import { useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { LIVES } from '@/shared/list/list-address';
import type { Life } from '@/shared/list/list-address';
import { FilterDrawer } from '@/shared/filters/filter-drawer';
import { UNIT_CATEGORIES } from '../unit-categories';
import BuildingSelect from '../unit-place/building-select';
import CompaniesSelect from '@/shared/place/companies-select';
import PropertySelect from '@/shared/place/property-select';
import { KNOWLEDGES, NO_UNIT_FILTERS, PLACES } from './address';
import type { Knowledge, Place, UnitListAddress } from './address';

export interface UnitFiltersProps {
  address: UnitListAddress;
  count: number;
  total: number;
  property: { id: string; code: string; name: string } | null;
  building: { id: string; code: string; name: string | null } | null;
  companies: readonly { id: string; name: string }[];
  onAddress: (change: { [Key in keyof UnitListAddress]?: UnitListAddress[Key] | null }) => void;
}

const MOST_BEDROOMS = 50;

/** What narrows the list of units, beside words; each choice takes effect at once. */
export default function UnitFilters(props: UnitFiltersProps) {
  const { address, onAddress } = props;
  const t = useTranslations('units.filters');
  const tEnums = useTranslations('enums');
  const texts = useUiTexts();
  const bedrooms = (value: string | number) => (typeof value === 'number' ? value : null);
  return (
    <FilterDrawer
      count={props.count}
      total={props.total}
      onClear={() => onAddress({ ...NO_UNIT_FILTERS, q: address.q })}
    >
      <CompaniesSelect
        label={t('companies')}
        value={address.companies}
        known={props.companies}
        onChoose={(chosen) =>
          onAddress({ companies: chosen.map(({ id }) => id), property: null, building: null })
        }
      />
      <PropertySelect
        label={t('property')}
        value={props.property}
        companyIds={address.companies}
        clearable
        onChoose={(one) => onAddress({ property: one?.id ?? null, building: null })}
      />
      {address.property && (
        <BuildingSelect
          key={address.property}
          label={t('building')}
          propertyId={address.property}
          value={props.building}
          clearable
          onChoose={(one) => onAddress({ building: one?.id ?? null })}
        />
      )}
      <Select
        label={t('place')}
        any={t('any')}
        value={address.place}
        data={PLACES.map((value) => ({ value, label: t(`places.${value}`) }))}
        onChoose={(place) => onAddress({ place: place as Place | null })}
      />
      <MultiSelect
        label={t('categories')}
        data={UNIT_CATEGORIES.map((value) => ({
          value,
          label: tEnums(`UnitCategory.${value}`),
        }))}
        value={address.categories}
        onChange={(categories) => onAddress({ categories })}
        clearable
        clearButtonProps={{ 'aria-label': texts.clear, tabIndex: 0 }}
      />
      <Group grow align="flex-end">
        {(['minBedrooms', 'maxBedrooms'] as const).map((key) => (
          <NumberInput
            key={key}
            label={t(key)}
            min={0}
            max={MOST_BEDROOMS}
            allowDecimal={false}
            hideControls
            inputMode="numeric"
            value={address[key] ?? ''}
            onChange={(value) => onAddress({ [key]: bedrooms(value) })}
          />
        ))}
      </Group>
      {(['bedrooms', 'area', 'entrance'] as const).map((key) => (
        <Select
          key={key}
          label={t(`knowledge.${key}`)}
          any={t('any')}
          value={address[key]}
          data={KNOWLEDGES.map((value) => ({ value, label: t(`knowledge.${value}`) }))}
          onChoose={(knowledge) => onAddress({ [key]: knowledge as Knowledge | null })}
        />
      ))}
      <NativeSelect
        label={t('show')}
        data={LIVES.map((value) => ({ value, label: tEnums(`Life.${value}`) }))}
        value={address.show}
        onChange={({ currentTarget }) => onAddress({ show: currentTarget.value as Life })}
      />
    </FilterDrawer>
  );
}

/** A choice of few, or any of them. */
function Select(props: {
  label: string;
  any: string;
  value: string | null;
  data: { value: string; label: string }[];
  onChoose: (value: string | null) => void;
}) {
  return (
    <NativeSelect
      label={props.label}
      data={[{ value: '', label: props.any }, ...props.data]}
      value={props.value ?? ''}
      onChange={({ currentTarget }) => props.onChoose(currentTarget.value || null)}
    />
  );
}
