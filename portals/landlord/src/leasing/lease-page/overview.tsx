'use client';

import { Anchor, SimpleGrid, Stack } from '@mantine/core';
import { Facts, Section, UiLink } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import { useDay } from '@/shared/days/use-days';
import { useMoney } from '@/shared/money/use-money';
import type { LeaseFactsFragment } from '../gql/graphql';
import { Moves } from './moves';
import { Parties } from './parties';

/** The parts of a lease's page, and whether the person may change what they show. */
export interface PartProps {
  lease: LeaseFactsFragment;
  mayLet: boolean;
  onStale: () => void;
}

/** Where, how long and how much; who lives there; how they moved in and out. */
export function Overview(props: PartProps) {
  const { lease } = props;
  const t = useTranslations('leasing.page');
  const tFields = useTranslations('leasing.fields');
  const day = useDay();
  const money = useMoney();
  const format = useFormatter();
  const to = useTo();
  const { unit, property, company, renewedFrom } = lease;
  const when = (instant: string) =>
    format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short' });
  const link = (path: string, text: string) => (
    <Anchor component={UiLink} href={to(path)}>
      {text}
    </Anchor>
  );
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Stack>
        <Section title={t('term')}>
          <Facts
            facts={[
              [tFields('startsOn'), day(lease.startsOn)],
              [tFields('endsOn'), lease.endsOn ? day(lease.endsOn) : t('openEnded')],
              [tFields('rent'), money(lease.rent) || null],
              [tFields('deposit'), money(lease.deposit) || null],
              [tFields('baseRent'), money(lease.baseRent) || null],
              [tFields('lostRent'), money(lease.lostRent) || null],
              [tFields('signedAt'), lease.signedAt && when(lease.signedAt)],
              [
                tFields('renewedFrom'),
                renewedFrom && link(`/leases/${renewedFrom.id}`, renewedFrom.number),
              ],
            ]}
          />
        </Section>
        <Section title={t('place')}>
          <Facts
            facts={[
              [tFields('unit'), unit && link(`/units/${unit.id}`, unit.reference)],
              [tFields('property'), property && link(`/properties/${property.id}`, property.name)],
              [tFields('company'), company && link(`/companies/${company.id}`, company.name)],
            ]}
          />
        </Section>
      </Stack>
      <Stack>
        <Parties {...props} />
        <Moves lease={lease} />
      </Stack>
    </SimpleGrid>
  );
}
