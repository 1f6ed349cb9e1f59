'use client';

import { Badge } from '@mantine/core';
import { TextLink } from '@propertea/ui';
import type { Column } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import { useDay } from '@/shared/days/use-days';
import { majorOf } from '@/shared/money/money';
import { useMoney } from '@/shared/money/use-money';
import type { RentRollRowFragment, RentableUnitSortField } from '../gql/graphql';

type RollColumn = Column<RentRollRowFragment, RentableUnitSortField>;

/** The columns of the rent roll, for the eye and for CSV. */
export function useRentRollColumns(): RollColumn[] {
  const t = useTranslations('leasing.fields');
  const tStates = useTranslations('enums.UnitAvailabilityState');
  const day = useDay();
  const money = useMoney();
  const to = useTo();
  const amounts = (['rent', 'baseRent', 'lostRent', 'deposit'] as const).map((key): RollColumn => ({
    key,
    title: t(key),
    isNumber: true,
    isHiddenAtFirst: key === 'deposit',
    ...(key === 'baseRent' && { sortField: 'BASE_RENT' as const }),
    render: (row) => money(row[key]),
    text: (row) => row[key] && majorOf(row[key].amountMinor, row[key].currency),
  }));
  return [
    {
      key: 'unit',
      title: t('unit'),
      sortField: 'CODE',
      isFixed: true,
      render: ({ unit }) =>
        unit?.unit ? (
          <TextLink href={to(`/units/${unit.unit.id}`)} isStrong>
            {unit.unit.reference}
          </TextLink>
        ) : (
          unit?.code
        ),
      text: ({ unit }) => unit?.unit?.reference ?? unit?.code,
    },
    {
      key: 'property',
      title: t('property'),
      wraps: true,
      isHiddenAtFirst: true,
      render: ({ unit }) => unit?.property?.name,
      text: ({ unit }) => unit?.property?.name,
    },
    {
      key: 'state',
      title: t('availability'),
      render: ({ state }) => (
        <Badge
          variant="light"
          color={state === 'OCCUPIED' ? 'green' : 'gray'}
          c="var(--mantine-color-text)"
          miw="max-content"
        >
          {tStates(state)}
        </Badge>
      ),
      text: ({ state }) => tStates(state),
    },
    {
      key: 'tenants',
      title: t('tenants'),
      wraps: true,
      render: ({ tenantNames }) => tenantNames.join(', '),
      text: ({ tenantNames }) => tenantNames.join(', '),
    },
    {
      key: 'lease',
      title: t('lease'),
      render: ({ lease }) =>
        lease && <TextLink href={to(`/leases/${lease.id}`)}>{lease.number}</TextLink>,
      text: ({ lease }) => lease?.number,
    },
    {
      key: 'startsOn',
      title: t('startsOn'),
      render: ({ startsOn }) => day(startsOn),
      text: ({ startsOn }) => startsOn,
    },
    {
      key: 'endsOn',
      title: t('endsOn'),
      render: ({ endsOn }) => day(endsOn),
      text: ({ endsOn }) => endsOn,
    },
    ...amounts,
    {
      key: 'currency',
      title: t('currency'),
      isHiddenAtFirst: true,
      render: ({ rent, baseRent }) => (rent ?? baseRent)?.currency,
      text: ({ rent, baseRent }) => (rent ?? baseRent)?.currency,
    },
  ];
}
