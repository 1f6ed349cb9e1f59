'use client';

import { TextLink } from '@propertea/ui';
import type { Column } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import { useDay } from '@/shared/days/use-days';
import { majorOf } from '@/shared/money/money';
import type { Money } from '@/shared/money/money';
import { useMoney } from '@/shared/money/use-money';
import type { LeaseRowFragment, LeaseSortField } from '../gql/graphql';
import { StateBadge } from '../state-badge';

type LeaseColumn = Column<LeaseRowFragment, LeaseSortField>;

const tenantsOf = ({ parties }: LeaseRowFragment) =>
  parties
    .filter(({ role }) => role === 'TENANT')
    .map(({ name }) => name)
    .join(', ');

/** For CSV: a number that a spreadsheet can add up. */
const amount = (money: Money | null) => money && majorOf(money.amountMinor, money.currency);

/** The columns of the list of leases, for the eye and for CSV. */
export function useLeaseColumns(): LeaseColumn[] {
  const t = useTranslations('leasing.fields');
  const tStates = useTranslations('enums.LeaseState');
  const day = useDay();
  const money = useMoney();
  const to = useTo();
  const amounts = (['rent', 'baseRent', 'lostRent', 'deposit'] as const).map(
    (key): LeaseColumn => ({
      key,
      title: t(key),
      isNumber: true,
      isHiddenAtFirst: key !== 'rent',
      ...(key === 'rent' && { sortField: 'RENT' as const }),
      render: (row) => money(row[key]),
      text: (row) => amount(row[key]),
    }),
  );
  return [
    {
      key: 'number',
      title: t('number'),
      sortField: 'NUMBER',
      isFixed: true,
      render: ({ id, number }) => (
        <TextLink href={to(`/leases/${id}`)} isStrong>
          {number}
        </TextLink>
      ),
      text: ({ number }) => number,
    },
    {
      key: 'state',
      title: t('state'),
      render: ({ state }) => <StateBadge state={state} />,
      text: ({ state }) => tStates(state),
    },
    {
      key: 'tenants',
      title: t('tenants'),
      wraps: true,
      render: tenantsOf,
      text: tenantsOf,
    },
    {
      key: 'unit',
      title: t('unit'),
      sortField: 'UNIT',
      render: ({ unit }) =>
        unit && <TextLink href={to(`/units/${unit.id}`)}>{unit.reference}</TextLink>,
      text: ({ unit }) => unit?.reference,
    },
    {
      key: 'property',
      title: t('property'),
      wraps: true,
      isHiddenAtFirst: true,
      render: ({ property }) =>
        property && <TextLink href={to(`/properties/${property.id}`)}>{property.name}</TextLink>,
      text: ({ property }) => property?.name,
    },
    {
      key: 'company',
      title: t('company'),
      wraps: true,
      isHiddenAtFirst: true,
      render: ({ company }) => company?.name,
      text: ({ company }) => company?.name,
    },
    {
      key: 'startsOn',
      title: t('startsOn'),
      sortField: 'STARTS_ON',
      render: ({ startsOn }) => day(startsOn),
      text: ({ startsOn }) => startsOn,
    },
    {
      key: 'endsOn',
      title: t('endsOn'),
      sortField: 'ENDS_ON',
      render: ({ endsOn, endedOn }) => day(endedOn ?? endsOn),
      text: ({ endsOn, endedOn }) => endedOn ?? endsOn,
    },
    ...amounts,
    {
      key: 'createdAt',
      title: t('createdAt'),
      sortField: 'CREATED_AT',
      isHiddenAtFirst: true,
      render: ({ createdAt }) => day(createdAt.slice(0, 10)),
      text: ({ createdAt }) => createdAt,
    },
    {
      key: 'currency',
      title: t('currency'),
      isHiddenAtFirst: true,
      render: ({ rent }) => rent?.currency,
      text: ({ rent }) => rent?.currency,
    },
  ];
}
