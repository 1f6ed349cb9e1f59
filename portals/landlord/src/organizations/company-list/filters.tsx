'use client';

import { NativeSelect } from '@mantine/core';
import { FilterPanel } from '@propertea/ui/filter-menu';
import { useTranslations } from 'next-intl';
import { LIVES } from '@/shared/list/list-address';
import type { Life } from '@/shared/list/list-address';

export interface CompanyFiltersProps {
  show: Life;
  onShow: (show: Life) => void;
}

/** What narrows the list of companies, beside words. */
export default function CompanyFilters({ show, onShow }: CompanyFiltersProps) {
  const t = useTranslations('companies.filters');
  const tEnums = useTranslations('enums');
  return (
    <FilterPanel count={show === 'live' ? 0 : 1}>
      <NativeSelect
        label={t('show')}
        data={LIVES.map((value) => ({ value, label: tEnums(`Life.${value}`) }))}
        value={show}
        onChange={({ currentTarget }) => onShow(currentTarget.value as Life)}
      />
    </FilterPanel>
  );
}
