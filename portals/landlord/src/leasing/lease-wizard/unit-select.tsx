'use client';

import { useTranslations } from 'next-intl';
import { RemoteSelect, useWords } from '@/shared/place/remote-select';
import type { RemoteSelectProps } from '@/shared/place/remote-select';
import type { LeaseUnitFragment } from '../gql/graphql';
import { useLeaseUnitChoicesQuery } from '../gql/hooks';

const choiceOf = ({ id, code, unit, property }: LeaseUnitFragment) => ({
  id,
  text: [unit?.reference ?? code, property?.name].filter(Boolean).join(' · '),
});

/** A unit that can be let, found by words of its code, its reference or its property. */
export default function UnitSelect(
  props: RemoteSelectProps & {
    value: LeaseUnitFragment | null;
    onChoose: (unit: LeaseUnitFragment | null) => void;
  },
) {
  const { value, onChoose, ...rest } = props;
  const t = useTranslations('enums.UnitAvailabilityState');
  const chosen = value && choiceOf(value);
  const typing = useWords(chosen?.text ?? '');
  const { data, previousData, loading } = useLeaseUnitChoicesQuery({
    variables: { filter: { search: typing.words } },
  });
  const found = (data ?? previousData)?.rentableUnits?.nodes ?? [];
  return (
    <RemoteSelect
      {...rest}
      typing={typing}
      chosen={chosen}
      choices={found.map((one) => {
        const { id, text } = choiceOf(one);
        return { id, text: one.availability ? `${text} · ${t(one.availability)}` : text };
      })}
      isLoading={loading}
      onChoose={(id) => onChoose(found.find((one) => one.id === id) ?? null)}
    />
  );
}
