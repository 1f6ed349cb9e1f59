'use client';

import { ActionIcon, Alert, Button, Card, Group } from '@mantine/core';
import { LoadingLines, PageHeader } from '@propertea/ui';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { addMonths } from '@/shared/days/days';
import { Failure } from '@/shared/failure/failure';
import { LeaseCalendarDocument } from '../gql/graphql';
import type { LeaseCalendarQuery, LeaseCalendarQueryVariables } from '../gql/graphql';
import { useLeaseCalendarQuery } from '../gql/hooks';
import { PropertyFilter } from '../property-filter';
import { calendarAddress, calendarVariables, monthOf } from './address';
import { eventsByDay } from './events';
import { Month } from './month';

/** Which leases begin and end on the days of a month. */
export function CalendarPage(props: {
  today: string;
  preloaded: Preloaded<LeaseCalendarQuery, LeaseCalendarQueryVariables>;
}) {
  const t = useTranslations('leasing.calendar');
  const format = useFormatter();
  const [address, setAddress] = useQueryStates(calendarAddress);
  useSeed(LeaseCalendarDocument, props.preloaded);
  const query = useLeaseCalendarQuery({ variables: calendarVariables(address, props.today) });
  const { starting, ending } = query.data ?? query.previousData ?? {};
  const month = monthOf(address, props.today);
  const shift = (months: number) =>
    void setAddress({ month: addMonths(month.from, months).slice(0, 7) });
  const name = format.dateTime(new Date(`${month.from}T00:00:00Z`), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const isCut = [starting, ending].some((one) => one && one.totalCount > one.nodes.length);
  return (
    <>
      <PageHeader title={t('title')} description={name} />
      <Group mb="sm" gap="xs" align="flex-end">
        <PropertyFilter
          id={address.property}
          onChoose={(property) => void setAddress({ property })}
        />
        <Group gap={4} ml="auto">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('previous')}
            onClick={() => shift(-1)}
          >
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <Button variant="default" onClick={() => void setAddress({ month: null })}>
            {t('today')}
          </Button>
          <ActionIcon variant="default" size="lg" aria-label={t('next')} onClick={() => shift(1)}>
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      {isCut && (
        <Alert variant="light" mb="sm">
          {t('cut')}
        </Alert>
      )}
      <Card withBorder padding="xs">
        {starting && ending ? (
          <Month
            name={name}
            month={month}
            today={props.today}
            events={eventsByDay(starting.nodes, ending.nodes)}
            isBusy={query.loading}
          />
        ) : query.loading ? (
          <LoadingLines />
        ) : (
          <Failure
            failure={query.error}
            retry={() => void query.refetch().catch(() => undefined)}
          />
        )}
      </Card>
    </>
  );
}
