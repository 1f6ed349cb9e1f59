'use client';

import { Select } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { FIELD } from '@/shared/forms/field';
import type { ChoiceProps } from './choice';
import { COUNTRIES } from './countries';

/** A country by its name in the language of the page, or by its two letters. */
export default function CountrySelect({ value = '', onChange, ...props }: ChoiceProps) {
  const t = useTranslations('properties.form');
  const locale = useLocale();
  const data = useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: 'region' });
    const choices = COUNTRIES.map((code) => ({
      value: code,
      label: `${names.of(code)} (${code})`,
    }));
    return choices.toSorted((a, b) => a.label.localeCompare(b.label, locale));
  }, [locale]);
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
