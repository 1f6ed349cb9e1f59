'use client';

import { Checkbox, Group, MultiSelect, NativeSelect } from '@mantine/core';
import { useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { DayInput } from '@/shared/days/day-input';
import { FilterDrawer } from '@/shared/filters/filter-drawer';
import CompaniesSelect from '@/shared/place/companies-select';
import PropertySelect from '@/shared/place/property-select';
import { LEASE_STATES, NO_LEASE_FILTERS, WINDOWS } from './address';
import type { LeaseListAddress } from './address';

export interface LeaseFiltersProps {
  address: LeaseListAddress;
  count: number;
  total: number;
  property: { id: string; code: string; name: string } | null;
  companies: readonly { id: string; name: string }[];
  onAddress: (change: { [Key in keyof LeaseListAddress]?: LeaseListAddress[Key] | null }) => void;
}

/** What narrows the list of leases, beside words; each choice takes effect at once. */
export default function LeaseFilters(props: LeaseFiltersProps) {
  const { address, onAddress } = props;
  const t = useTranslations('leasing.filters');
  const tEnums = useTranslations('enums');
  const tCommon = useTranslations('common.filters');
  const texts = useUiTexts();
  return (
    <FilterDrawer
      count={props.count}
      total={props.total}
      onClear={() => onAddress({ ...NO_LEASE_FILTERS, q: address.q })}
    >
      <MultiSelect
        label={t('states')}
        data={LEASE_STATES.map((value) => ({ value, label: tEnums(`LeaseState.${value}`) }))}
        value={address.states}
        onChange={(states) => onAddress({ states })}
        clearable
        clearButtonProps={{ 'aria-label': texts.clear, tabIndex: 0 }}
      />
      <CompaniesSelect
        label={t('companies')}
        value={address.companies}
        known={props.companies}
        onChoose={(chosen) => onAddress({ companies: chosen.map(({ id }) => id), property: null })}
      />
      <PropertySelect
        label={t('property')}
        value={props.property}
        companyIds={address.companies}
        clearable
        onChoose={(one) => onAddress({ property: one?.id ?? null })}
      />
      <NativeSelect
        label={t('ends')}
        data={[
          { value: '', label: tCommon('any') },
          ...WINDOWS.map((days) => ({ value: String(days), label: t('within', { days }) })),
        ]}
        value={String(address.ends ?? '')}
        onChange={({ currentTarget: { value } }) =>
          onAddress({ ends: WINDOWS.find((days) => String(days) === value) ?? null })
        }
      />
      <Group grow>
        <DayInput
          label={t('startsFrom')}
          value={address.startsFrom ?? ''}
          max={address.startsUntil ?? undefined}
          onChange={({ currentTarget }) => onAddress({ startsFrom: currentTarget.value || null })}
        />
        <DayInput
          label={t('startsUntil')}
          value={address.startsUntil ?? ''}
          min={address.startsFrom ?? undefined}
          onChange={({ currentTarget }) => onAddress({ startsUntil: currentTarget.value || null })}
        />
      </Group>
      <Checkbox
        label={t('notice')}
        checked={address.notice === true}
        onChange={({ currentTarget }) => onAddress({ notice: currentTarget.checked || null })}
      />
    </FilterDrawer>
  );
}
