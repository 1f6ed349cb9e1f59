'use client';

import { useTranslations } from 'next-intl';
import type { ActiveFilter } from '@/shared/filters/active-filters';
import type { BuildingFiltersProps } from './filters';

/** The filters of the list of buildings that are set. */
export function useActiveBuildingFilters(
  props: Pick<BuildingFiltersProps, 'address' | 'property' | 'companies' | 'onAddress'>,
): ActiveFilter[] {
  const { address, onAddress } = props;
  const t = useTranslations('properties.filters');
  const tCommon = useTranslations('common.filters');
  const tLife = useTranslations('enums.Life');
  const names = new Map(props.companies.map(({ id, name }) => [id, name]));
  const filters: ActiveFilter[] = [];
  for (const id of address.companies) {
    const companies = address.companies.filter((one) => one !== id);
    const text = names.get(id) ?? t('company');
    filters.push({ key: id, text, off: () => onAddress({ companies }) });
  }
  if (address.property) {
    const text = props.property?.name ?? t('property');
    filters.push({ key: 'property', text, off: () => onAddress({ property: null }) });
  }
  if (address.units) {
    const text = `${t('units')}: ${tCommon(`having.${address.units}`)}`;
    filters.push({ key: 'units', text, off: () => onAddress({ units: null }) });
  }
  if (address.show !== 'live') {
    filters.push({ key: 'show', text: tLife(address.show), off: () => onAddress({ show: null }) });
  }
  return filters;
}
