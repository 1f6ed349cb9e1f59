'use client';

import { MultiSelect, Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LIVES } from '@/shared/list/list-address';
import type { Life } from '@/shared/list/list-address';
import type { PropertyType } from '../gql/graphql';
import { PROPERTY_TYPES } from '../property-types';

interface Filters {
  types: PropertyType[];
  show: Life;
}

/** What narrows the list of properties, beside words. */
export function PropertyFilters(props: {
  address: Filters;
  onAddress: (change: Partial<Filters>) => void;
}) {
  const t = useTranslations('properties.filters');
  const tEnums = useTranslations('enums');
  const { address, onAddress } = props;
  return (
    <>
      <MultiSelect
        aria-label={t('types')}
        placeholder={address.types.length === 0 ? t('types') : undefined}
        data={PROPERTY_TYPES.map((value) => ({ value, label: tEnums(`PropertyType.${value}`) }))}
        value={address.types}
        onChange={(types) => onAddress({ types })}
        clearable
        searchable
        w={{ base: '100%', xs: 220 }}
      />
      <Select
        aria-label={t('show')}
        data={LIVES.map((value) => ({ value, label: tEnums(`Life.${value}`) }))}
        value={address.show}
        onChange={(show) => show && onAddress({ show })}
        allowDeselect={false}
        w={{ base: '100%', xs: 140 }}
      />
    </>
  );
}
