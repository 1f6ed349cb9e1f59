'use client';

import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LIVES } from '../list/list-address';
import type { Life } from '../list/list-address';
import { HAVINGS } from './having';
import type { Having } from './having';

/** Whether something is there, is missing, or either. */
export function HavingChoice(props: {
  label: string;
  value: Having | null;
  onChoose: (value: Having | null) => void;
}) {
  const t = useTranslations('common.filters');
  return (
    <NativeSelect
      label={props.label}
      data={[
        { value: '', label: t('any') },
        ...HAVINGS.map((value) => ({ value, label: t(`having.${value}`) })),
      ]}
      value={props.value ?? ''}
      onChange={({ currentTarget: { value } }) =>
        props.onChoose(HAVINGS.find((one) => one === value) ?? null)
      }
    />
  );
}

/** Live objects, retired ones, or both. */
export function LifeChoice(props: { value: Life; onChoose: (value: Life) => void }) {
  const t = useTranslations('common.filters');
  const tLife = useTranslations('enums.Life');
  return (
    <NativeSelect
      label={t('show')}
      data={LIVES.map((value) => ({ value, label: tLife(value) }))}
      value={props.value}
      onChange={({ currentTarget }) => props.onChoose(currentTarget.value as Life)}
    />
  );
}
