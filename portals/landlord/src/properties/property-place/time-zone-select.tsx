'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { FIELD } from '@/shared/forms/field';
import type { ChoiceProps } from './choice';

/** A time zone by its name; the one that is set is offered whatever the browser calls it. */
export default function TimeZoneSelect({ value = '', onChange, ...props }: ChoiceProps) {
  const t = useTranslations('properties.form');
  const data = useMemo(() => {
    const known = ['UTC', ...Intl.supportedValuesOf('timeZone')];
    const zones = [...new Set(value ? [...known, value] : known)].toSorted();
    return zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  }, [value]);
  return (
    <Select
      {...FIELD}
      {...props}
      data={data}
      value={value || null}
      onChange={(chosen) => onChange?.(chosen ?? '')}
      searchable
      nothingFoundMessage={t('nothingFound')}
      maxDropdownHeight={280}
      comboboxProps={{ keepMounted: false }}
      autoComplete="off"
    />
  );
}
