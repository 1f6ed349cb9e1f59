'use client';

import { MultiSelect, NativeSelect } from '@mantine/core';
import { FilterPanel } from '@propertea/ui/filter-menu';
import { useTranslations } from 'next-intl';
import { LIVES } from '@/shared/list/list-address';
import type { Life } from '@/shared/list/list-address';
import type { PropertyType } from '../gql/graphql';
import { PROPERTY_TYPES } from '../property-types';

export interface PropertyFiltersProps {
  address: Filters;
  count: number;
  onAddress: (change: Partial<Filters>) => void;
}

interface Filters {
  types: PropertyType[];
  show: Life;
}

/** What narrows the list of properties, beside words. */
export default function PropertyFilters({ address, count, onAddress }: PropertyFiltersProps) {
  const t = useTranslations('properties.filters');
  const tEnums = useTranslations('enums');
  return (
    <FilterPanel count={count}>
      <MultiSelect
        label={t('types')}
        data={PROPERTY_TYPES.map((value) => ({ value, label: tEnums(`PropertyType.${value}`) }))}
        value={address.types}
        onChange={(types) => onAddress({ types })}
        comboboxProps={{ withinPortal: false }}
        clearable
        searchable
      />
      <NativeSelect
        label={t('show')}
        data={LIVES.map((value) => ({ value, label: tEnums(`Life.${value}`) }))}
        value={address.show}
        onChange={({ currentTarget }) => onAddress({ show: currentTarget.value as Life })}
      />
    </FilterPanel>
  );
}
