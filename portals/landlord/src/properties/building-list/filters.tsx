'use client';

import { useTranslations } from 'next-intl';
import { HavingChoice, LifeChoice } from '@/shared/filters/filter-choice';
import { FilterDrawer } from '@/shared/filters/filter-drawer';
import CompaniesSelect from '@/shared/place/companies-select';
import PropertySelect from '@/shared/place/property-select';
import { NO_BUILDING_FILTERS } from './address';
import type { BuildingListAddress } from './address';

export interface BuildingFiltersProps {
  address: BuildingListAddress;
  count: number;
  total: number;
  property: { id: string; code: string; name: string } | null;
  /** Names of companies that are known already. */
  companies: readonly { id: string; name: string }[];
  onAddress: (change: {
    [Key in keyof BuildingListAddress]?: BuildingListAddress[Key] | null;
  }) => void;
}

/** What narrows the list of buildings, beside words. */
export default function BuildingFilters(props: BuildingFiltersProps) {
  const { address, onAddress } = props;
  const t = useTranslations('properties.filters');
  return (
    <FilterDrawer
      count={props.count}
      total={props.total}
      onClear={() => onAddress({ ...NO_BUILDING_FILTERS, q: address.q })}
    >
      <CompaniesSelect
        label={t('companies')}
        value={address.companies}
        known={props.companies}
        onChoose={(chosen) => onAddress({ companies: chosen.map(({ id }) => id), property: null })}
      />
      <PropertySelect
        key={address.property}
        label={t('property')}
        value={props.property}
        companyIds={address.companies}
        clearable
        onChoose={(one) => onAddress({ property: one?.id ?? null })}
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
