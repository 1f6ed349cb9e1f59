'use client';

import { useTranslations } from 'next-intl';
import { ActiveFilters } from '@/shared/filters/active-filters';
import { buildingText } from '../unit-place/address-text';
import type { UnitFiltersProps } from './filters';

/** The filters that are set, by name, each to be taken off by itself. */
export function ActiveUnitFilters(props: Omit<UnitFiltersProps, 'count' | 'total'>) {
  const { address, onAddress, property, building } = props;
  const t = useTranslations('units.filters');
  const tEnums = useTranslations('enums');
  const { minBedrooms: min, maxBedrooms: max } = address;
  const names = new Map(props.companies.map(({ id, name }) => [id, name]));
  const set: { key: string; text: string; off: Parameters<typeof onAddress>[0] }[] = [];
  for (const id of address.companies) {
    const companies = address.companies.filter((one) => one !== id);
    set.push({ key: id, text: names.get(id) ?? t('company'), off: { companies } });
  }
  if (address.property) {
    const off = { property: null, building: null };
    set.push({ key: 'property', text: property?.name ?? t('property'), off });
  }
  if (address.building) {
    const text = `${t('building')} ${building ? buildingText(building) : ''}`.trim();
    set.push({ key: 'building', text, off: { building: null } });
  }
  if (address.place) {
    set.push({ key: 'place', text: t(`places.${address.place}`), off: { place: null } });
  }
  for (const category of address.categories) {
    const categories = address.categories.filter((one) => one !== category);
    set.push({ key: category, text: tEnums(`UnitCategory.${category}`), off: { categories } });
  }
  if (min !== null || max !== null) {
    const text =
      min === null
        ? t('bedroomsTo', { max: max ?? 0 })
        : max === null
          ? t('bedroomsFrom', { min })
          : t('bedroomsBetween', { min, max });
    set.push({ key: 'between', text, off: { minBedrooms: null, maxBedrooms: null } });
  }
  for (const key of ['bedrooms', 'area', 'entrance'] as const) {
    const knowledge = address[key];
    if (!knowledge) continue;
    const text = `${t(`knowledge.${key}`)}: ${t(`knowledge.${knowledge}`)}`;
    set.push({ key, text, off: { [key]: null } });
  }
  if (address.show !== 'live') {
    set.push({ key: 'show', text: tEnums(`Life.${address.show}`), off: { show: null } });
  }
  return (
    <ActiveFilters
      filters={set.map(({ key, text, off }) => ({ key, text, off: () => onAddress(off) }))}
    />
  );
}
