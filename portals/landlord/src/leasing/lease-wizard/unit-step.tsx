'use client';

import { Facts, Section } from '@propertea/ui';
import { Stack } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useDay } from '@/shared/days/use-days';
import { useMoney } from '@/shared/money/use-money';
import type { LeaseUnitFragment } from '../gql/graphql';
import UnitSelect from './unit-select';

/** Which unit is let, and what is known of it. */
export function UnitStep(props: {
  unit: LeaseUnitFragment | null;
  error: ReactNode;
  onChoose: (unit: LeaseUnitFragment | null) => void;
}) {
  const { unit } = props;
  const t = useTranslations('leasing.wizard');
  const tFields = useTranslations('leasing.fields');
  const tEnums = useTranslations('enums');
  const format = useFormatter();
  const day = useDay();
  const money = useMoney();
  return (
    <Section title={t('steps.unit')}>
      <Stack>
        <UnitSelect
          label={tFields('unit')}
          placeholder={t('searchUnit')}
          value={unit}
          error={props.error}
          required
          onChoose={props.onChoose}
        />
        {unit && (
          <Facts
            facts={[
              [tFields('property'), unit.property?.name],
              [tFields('company'), unit.company?.name],
              [tFields('category'), tEnums(`UnitCategory.${unit.category}`)],
              [tFields('bedrooms'), unit.bedrooms === null ? null : format.number(unit.bedrooms)],
              [tFields('baseRent'), money(unit.baseRent) || null],
              [
                tFields('availability'),
                unit.availability && tEnums(`UnitAvailabilityState.${unit.availability}`),
              ],
              [tFields('availableFrom'), day(unit.availableFrom) || null],
            ]}
          />
        )}
      </Stack>
    </Section>
  );
}
