'use client';

import { Facts, Section } from '@propertea/ui';
import { SimpleGrid } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useDay } from '@/shared/days/use-days';
import { useMoney } from '@/shared/money/use-money';
import { NO_CURRENCY } from '@/shared/money/money';
import type { LeaseUnitFragment } from '../gql/graphql';
import type { DraftValues } from './values';

/** The whole draft once more, before it is kept. */
export function ReviewStep(props: { values: DraftValues; unit: LeaseUnitFragment | null }) {
  const { values, unit } = props;
  const t = useTranslations('leasing.wizard');
  const tPage = useTranslations('leasing.page');
  const tFields = useTranslations('leasing.fields');
  const tEnums = useTranslations('enums');
  const day = useDay();
  const money = useMoney();
  const currency = unit?.property?.currency ?? NO_CURRENCY;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Section title={t('steps.terms')}>
        <Facts
          facts={[
            [tFields('unit'), unit?.unit?.reference],
            [tFields('property'), unit?.property?.name],
            [tFields('startsOn'), day(values.startsOn)],
            [tFields('endsOn'), day(values.endsOn) || tPage('openEnded')],
          ]}
        />
      </Section>
      <Section title={t('steps.parties')}>
        <Facts
          facts={values.parties.map(
            ({ name, role }, index) =>
              [`${index + 1}. ${tEnums(`PartyRole.${role}`)}`, name] as const,
          )}
        />
      </Section>
      <Section title={t('steps.charges')}>
        <Facts
          facts={values.chargeTemplates.map(
            ({ label, amountMinor, cycle }, index) =>
              [
                `${index + 1}. ${label}`,
                `${money({ amountMinor: amountMinor ?? 0, currency })} · ${tEnums(`ChargeCycle.${cycle}`)}`,
              ] as const,
          )}
        />
      </Section>
    </SimpleGrid>
  );
}
