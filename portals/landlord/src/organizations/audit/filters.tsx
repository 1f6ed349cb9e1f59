'use client';

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { FilterPanel } from '@propertea/ui/filter-menu';
import { useTranslations } from 'next-intl';
import type { Choice } from '../reach/remote-select';
import { KINDS, filterCount } from './address';
import type { AuditAddress } from './address';
import { PersonSelect } from './person-select';

export interface AuditFiltersProps {
  address: AuditAddress;
  /** The person of the address by name, where it is known. */
  person: Choice | undefined;
  onAddress: (change: Partial<AuditAddress>) => void;
  onClear: () => void;
}

/** What narrows the audit log. */
export default function AuditFilters({ address, person, onAddress, onClear }: AuditFiltersProps) {
  const t = useTranslations('audit');
  const count = filterCount(address);
  return (
    <FilterPanel count={count}>
      <NativeSelect
        label={t('filters.kind')}
        data={[
          { value: '', label: t('filters.anyKind') },
          ...KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
        ]}
        value={address.kind ?? ''}
        onChange={({ currentTarget }) =>
          onAddress({ kind: KINDS.find((kind) => kind === currentTarget.value) ?? null })
        }
      />
      <PersonSelect
        label={t('filters.person')}
        placeholder={t('filters.anyPerson')}
        {...(person ? { known: person } : {})}
        value={address.person}
        onChange={(value) => onAddress({ person: value })}
        comboboxProps={{ withinPortal: false }}
        clearable
      />
      <TextInput
        type="date"
        label={t('filters.from')}
        value={address.from ?? ''}
        max={address.until ?? undefined}
        onChange={({ currentTarget }) => onAddress({ from: currentTarget.value || null })}
      />
      <TextInput
        type="date"
        label={t('filters.until')}
        value={address.until ?? ''}
        min={address.from ?? undefined}
        onChange={({ currentTarget }) => onAddress({ until: currentTarget.value || null })}
      />
      {count > 0 && (
        <Button variant="default" onClick={onClear}>
          {t('filters.clear')}
        </Button>
      )}
    </FilterPanel>
  );
}
