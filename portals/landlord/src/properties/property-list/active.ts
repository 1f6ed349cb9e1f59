'use client';

import { useTranslations } from 'next-intl';
import type { ActiveFilter } from '@/shared/filters/active-filters';
import type { PropertyFiltersProps } from './filters';

/** The filters of the list of properties that are set. */
export function useActivePropertyFilters(
  props: Pick<PropertyFiltersProps, 'address' | 'companies' | 'onAddress'>,
): ActiveFilter[] {
  const { address, onAddress } = props;
  const t = useTranslations('properties.filters');
  const tCommon = useTranslations('common.filters');
  const tEnums = useTranslations('enums');
  const names = new Map(props.companies.map(({ id, name }) => [id, name]));
  const filters: ActiveFilter[] = [];
  for (const id of address.companies) {
    const companies = address.companies.filter((one) => one !== id);
    filters.push({
      key: id,
      text: names.get(id) ?? t('company'),
      off: () => onAddress({ companies }),
    });
  }
  for (const type of address.types) {
    const types = address.types.filter((one) => one !== type);
    filters.push({
      key: type,
      text: tEnums(`PropertyType.${type}`),
      off: () => onAddress({ types }),
    });
  }
  for (const key of ['coordinates', 'units'] as const) {
    const having = address[key];
    if (!having) continue;
    const text = `${t(key)}: ${tCommon(`having.${having}`)}`;
    filters.push({ key, text, off: () => onAddress({ [key]: null }) });
  }
  if (address.show !== 'live') {
    const text = tEnums(`Life.${address.show}`);
    filters.push({ key: 'show', text, off: () => onAddress({ show: null }) });
  }
  return filters;
}
