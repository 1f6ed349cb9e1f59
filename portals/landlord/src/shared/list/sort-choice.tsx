'use client';

import { NativeSelect } from '@mantine/core';
import { useUiTexts } from '@propertea/ui';
import type { Column, Sort } from '@propertea/ui';
import { useTranslations } from 'next-intl';

/** The order of a list where its headers are not seen: on phones. */
export function SortChoice<Row, Field extends string>(props: {
  columns: readonly Column<Row, Field>[];
  sort: Sort<Field>;
  onSort: (sort: Sort<Field>) => void;
}) {
  const t = useTranslations('common.list');
  const texts = useUiTexts();
  const choices = props.columns.flatMap(({ title, sortField }) =>
    sortField
      ? (['ASC', 'DESC'] as const).map((direction) => ({
          sort: { field: sortField, direction },
          value: `${sortField} ${direction}`,
          label: `${title} ${direction === 'ASC' ? '↑' : '↓'}`,
          title: direction === 'ASC' ? texts.sortAscending : texts.sortDescending,
        }))
      : [],
  );
  return (
    <NativeSelect
      aria-label={t('sort')}
      hiddenFrom="sm"
      value={`${props.sort.field} ${props.sort.direction}`}
      onChange={({ currentTarget }) => {
        const chosen = choices.find(({ value }) => value === currentTarget.value);
        if (chosen) props.onSort(chosen.sort);
      }}
    >
      {choices.map(({ value, label, title }) => (
        <option key={value} value={value} title={title}>
          {label}
        </option>
      ))}
    </NativeSelect>
  );
}
