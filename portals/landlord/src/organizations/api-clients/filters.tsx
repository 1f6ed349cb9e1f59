'use client';

import { NativeSelect } from '@mantine/core';
import { FilterPanel } from '@propertea/ui/filter-menu';
import { useTranslations } from 'next-intl';
import { LIVES } from '@/shared/list/list-address';
import type { Life } from '@/shared/list/list-address';

export interface ApiClientFiltersProps {
  show: Life;
  onShow: (show: Life) => void;
}

/** What narrows the list of API clients, beside words. */
export default function ApiClientFilters({ show, onShow }: ApiClientFiltersProps) {
  const t = useTranslations('apiClients.filters');
  return (
    <FilterPanel count={show === 'live' ? 0 : 1}>
      <NativeSelect
        label={t('show')}
        data={LIVES.map((value) => ({ value, label: t(value) }))}
        value={show}
        onChange={({ currentTarget }) => onShow(currentTarget.value as Life)}
      />
    </FilterPanel>
  );
}
