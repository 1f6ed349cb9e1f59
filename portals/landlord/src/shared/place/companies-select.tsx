'use client';

import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCompanyChoicesQuery } from '../gql/hooks';

interface Named {
  id: string;
  name: string;
}

/** Companies by words of their name or code; `known` gives the names of chosen ones that are not found now. */
export default function CompaniesSelect(props: {
  label: string;
  value: readonly string[];
  known: readonly Named[];
  onChoose: (companies: Named[]) => void;
}) {
  const t = useTranslations('common.place');
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim(), 150);
  const { data, previousData, loading } = useCompanyChoicesQuery({
    variables: { filter: { search: words || undefined } },
  });
  const found: readonly Named[] = (data ?? previousData)?.companies?.nodes ?? [];
  const names = new Map([...props.known, ...found].map(({ id, name }) => [id, name]));
  const ids = new Set([...props.value, ...found.map(({ id }) => id)]);
  return (
    <MultiSelect
      label={props.label}
      data={[...ids].map((id) => ({ value: id, label: names.get(id) ?? t('company') }))}
      value={[...props.value]}
      onChange={(chosen) =>
        props.onChoose(chosen.map((id) => ({ id, name: names.get(id) ?? t('company') })))
      }
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={loading ? t('looking') : t('nothingFound')}
      clearable
      clearButtonProps={{ 'aria-label': t('clear', { label: props.label }), tabIndex: 0 }}
      maxDropdownHeight={280}
    />
  );
}
