'use client';

import { MultiSelect } from '@mantine/core';
import { useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { HavingChoice, LifeChoice } from '@/shared/filters/filter-choice';
import { FilterDrawer } from '@/shared/filters/filter-drawer';
import { PROPERTY_TYPES } from '../property-types';
import CompaniesSelect from '@/shared/place/companies-select';
import { NO_PROPERTY_FILTERS } from './address';
import type { PropertyListAddress } from './address';

export interface PropertyFiltersProps {
  address: PropertyListAddress;
  count: number;
  total: number;
  /** Names of companies that are known already. */
  companies: readonly { id: string; name: string }[];
  onAddress: (change: {
    [Key in keyof PropertyListAddress]?: PropertyListAddress[Key] | null;
  }) => void;
}

/** What narrows the list of properties, beside words. */
export default function PropertyFilters(props: PropertyFiltersProps) {
  const { address, onAddress } = props;
  const t = useTranslations('properties.filters');
  const tEnums = useTranslations('enums');
  const texts = useUiTexts();
  return (
    <FilterDrawer
      count={props.count}
      total={props.total}
      onClear={() => onAddress({ ...NO_PROPERTY_FILTERS, q: address.q })}
    >
      <CompaniesSelect
        label={t('companies')}
        value={address.companies}
        known={props.companies}
        onChoose={(chosen) => onAddress({ companies: chosen.map(({ id }) => id) })}
      />
      <MultiSelect
        label={t('types')}
        data={PROPERTY_TYPES.map((value) => ({ value, label: tEnums(`PropertyType.${value}`) }))}
        value={address.types}
        onChange={(types) => onAddress({ types })}
        clearable
        clearButtonProps={{ 'aria-label': texts.clear, tabIndex: 0 }}
        searchable
      />
      <HavingChoice
        label={t('coordinates')}
        value={address.coordinates}
        onChoose={(coordinates) => onAddress({ coordinates })}
      />
      <HavingChoice
        label={t('units')}
        value={address.units}
        onChoose={(units) => onAddress({ units })}
      />
      <LifeChoice value={address.show} onChoose={(show) => onAddress({ show })} />
    </FilterDrawer>
  );
}
