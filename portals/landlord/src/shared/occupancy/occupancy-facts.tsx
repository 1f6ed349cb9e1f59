'use client';

import { Section } from '@propertea/ui';
import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { OccupancyNumbersFragment } from '../gql/graphql';
import type { Money } from '../money/money';
import { useMoney } from '../money/use-money';

/** How much of a portfolio is let, and what it brings in beside what it could (R48). */
export function OccupancyFacts({
  occupancy,
  actions,
}: {
  occupancy: OccupancyNumbersFragment;
  actions?: ReactNode;
}) {
  const t = useTranslations('letting.occupancy');
  const format = useFormatter();
  const money = useMoney();
  const sums = (amounts: readonly Money[]) => amounts.map(money).join(' + ') || '—';
  const facts = [
    [
      'rate',
      occupancy.rate === null
        ? '—'
        : format.number(occupancy.rate / 100, { style: 'percent', maximumFractionDigits: 1 }),
    ],
    ['occupied', t('of', { count: occupancy.occupied, total: occupancy.rentable })],
    ['vacant', format.number(occupancy.vacant)],
    ['reserved', format.number(occupancy.reserved)],
    ['blocked', format.number(occupancy.blocked)],
    ['contractRent', sums(occupancy.contractRent)],
    ['scheduledRent', sums(occupancy.scheduledRent)],
    ['lostRent', sums(occupancy.lostRent)],
  ] as const;
  return (
    <Section title={t('title')} actions={actions}>
      <SimpleGrid component="dl" cols={{ base: 2, sm: 4 }} spacing="sm" m={0}>
        {facts.map(([name, value]) => (
          <Stack key={name} gap={0}>
            <Text component="dt" size="sm" c="dimmed">
              {t(name)}
            </Text>
            <Text component="dd" m={0} fw={600} style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Text>
          </Stack>
        ))}
      </SimpleGrid>
    </Section>
  );
}
