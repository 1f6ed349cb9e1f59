'use client';

import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Suspense, lazy } from 'react';
import { useFilterPropertyQuery } from './gql/hooks';

const PropertySelect = lazy(() => import('@/shared/place/property-select'));

/** Narrows a page to one property, which its address names by id. */
export function PropertyFilter(props: {
  id: string | null;
  onChoose: (id: string | null) => void;
}) {
  const t = useTranslations('leasing.filters');
  const { data } = useFilterPropertyQuery({
    variables: { id: props.id ?? '' },
    skip: props.id === null,
  });
  return (
    <Suspense fallback={<TextInput label={t('property')} disabled />}>
      <PropertySelect
        label={t('property')}
        placeholder={t('anyProperty')}
        value={props.id ? (data?.property ?? null) : null}
        clearable
        onChoose={(property) => props.onChoose(property?.id ?? null)}
      />
    </Suspense>
  );
}
