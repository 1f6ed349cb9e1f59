'use client';

import { useTranslations } from 'next-intl';
import { useDay } from '@/shared/days/use-days';
import type { ActiveFilter } from '@/shared/filters/active-filters';
import type { LeaseFiltersProps } from './filters';

/** The filters of the list of leases that are set. */
export function useActiveLeaseFilters(
  props: Pick<LeaseFiltersProps, 'address' | 'companies' | 'property' | 'onAddress'>,
): ActiveFilter[] {
  const { address, onAddress } = props;
  const t = useTranslations('leasing.filters');
  const tStates = useTranslations('enums.LeaseState');
  const day = useDay();
  const names = new Map(props.companies.map(({ id, name }) => [id, name]));
  const filters: ActiveFilter[] = [];
  for (const state of address.states) {
    const states = address.states.filter((one) => one !== state);
    filters.push({ key: state, text: tStates(state), off: () => onAddress({ states }) });
  }
  for (const id of address.companies) {
    const companies = address.companies.filter((one) => one !== id);
    const text = names.get(id) ?? t('company');
    filters.push({ key: id, text, off: () => onAddress({ companies }) });
  }
  if (address.property) {
    const text = props.property?.name ?? t('property');
    filters.push({ key: 'property', text, off: () => onAddress({ property: null }) });
  }
  if (address.unit) {
    filters.push({ key: 'unit', text: t('unit'), off: () => onAddress({ unit: null }) });
  }
  if (address.ends !== null) {
    const text = `${t('ends')}: ${t('within', { days: address.ends })}`;
    filters.push({ key: 'ends', text, off: () => onAddress({ ends: null }) });
  }
  for (const key of ['startsFrom', 'startsUntil'] as const) {
    const value = address[key];
    if (!value) continue;
    const text = `${t(key)}: ${day(value)}`;
    filters.push({ key, text, off: () => onAddress({ [key]: null }) });
  }
  if (address.notice) {
    filters.push({ key: 'notice', text: t('notice'), off: () => onAddress({ notice: null }) });
  }
  return filters;
}
