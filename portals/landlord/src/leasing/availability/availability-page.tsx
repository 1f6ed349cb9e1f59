'use client';

import { ActionIcon, Button, Card, Group } from '@mantine/core';
import { EmptyState, ListFooter, LoadingLines, PageHeader, SearchInput } from '@propertea/ui';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useState } from 'react';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { addMonths } from '@/shared/days/days';
import { dialogOnDemand } from '@/shared/dialog/dialog-on-demand';
import { Failure } from '@/shared/failure/failure';
import { usePages } from '@/shared/list/use-pages';
import { AvailabilityDocument } from '../gql/graphql';
import type {
  AvailabilityQuery,
  AvailabilityQueryVariables,
  BlockFactsFragment,
  TimelineUnitFragment,
} from '../gql/graphql';
import { useAvailabilityQuery } from '../gql/hooks';
import { PropertyFilter } from '../property-filter';
import { MONTHS, timelineAddress, timelineVariables, windowOf } from './address';
import { Timeline } from './timeline';

const EditBlock = dialogOnDemand(() => import('./edit-block'));
const RemoveBlock = dialogOnDemand(() => import('./remove-block'));
const BaseRent = dialogOnDemand(() => import('./base-rent'));

/** What is asked about a unit of the timeline. */
export interface Asked {
  what: 'block' | 'unblock' | 'rent';
  unit: TimelineUnitFragment;
  block?: BlockFactsFragment | undefined;
}

/** When each unit is let, reserved, blocked or free, month by month. */
export function AvailabilityPage(props: {
  today: string;
  preloaded: Preloaded<AvailabilityQuery, AvailabilityQueryVariables>;
}) {
  const t = useTranslations('leasing.availability');
  const tList = useTranslations('common.list');
  const [address, setAddress] = useQueryStates(timelineAddress);
  useSeed(AvailabilityDocument, props.preloaded);
  const query = useAvailabilityQuery({ variables: timelineVariables(address, props.today) });
  const pages = usePages(query, ({ rentableUnits }) => rentableUnits);
  const window = windowOf(address, props.today);
  const [asked, setAsked] = useState<Asked>();
  // The dialogs keep what they are about while they close.
  const [last, setLast] = useState<Asked>();
  if (asked && asked !== last) setLast(asked);
  const shift = (months: number) =>
    void setAddress({ from: addMonths(window.from, months).slice(0, 7) });
  const close = () => setAsked(undefined);
  const reload = () => void query.refetch().catch(() => undefined);
  return (
    <>
      <PageHeader title={t('title')} />
      <Group mb="sm" gap="xs" align="flex-end">
        <SearchInput
          label={t('search')}
          value={address.q}
          onSearch={(q) => void setAddress({ q })}
        />
        <PropertyFilter
          id={address.property}
          onChoose={(property) => void setAddress({ property })}
        />
        <Group gap={4} ml="auto">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('earlier')}
            onClick={() => shift(-MONTHS / 2)}
          >
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <Button variant="default" onClick={() => void setAddress({ from: null })}>
            {t('today')}
          </Button>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('later')}
            onClick={() => shift(MONTHS / 2)}
          >
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <Card withBorder padding="xs">
        {pages.isLoading ? (
          <LoadingLines />
        ) : pages.failure ? (
          <Failure failure={pages.failure} retry={pages.retry} />
        ) : pages.rows.length === 0 ? (
          <EmptyState title={tList('nothingFound')}>{t('empty')}</EmptyState>
        ) : (
          <>
            <Timeline
              units={pages.rows}
              window={window}
              today={props.today}
              isBusy={pages.isBusy}
              onAsk={setAsked}
            />
            <ListFooter
              shown={pages.rows.length}
              total={pages.total}
              hasMore={pages.hasMore}
              isLoading={pages.isLoadingMore}
              onMore={pages.more}
            />
          </>
        )}
      </Card>
      {last && (
        <>
          <EditBlock
            unit={last.unit}
            block={last.block}
            isOpen={asked?.what === 'block'}
            onClose={close}
            onStale={reload}
            onRemove={() => setAsked({ ...last, what: 'unblock' })}
          />
          {last.block && (
            <RemoveBlock
              unit={last.unit}
              block={last.block}
              isOpen={asked?.what === 'unblock'}
              onClose={close}
              onStale={reload}
            />
          )}
          <BaseRent
            unit={last.unit}
            isOpen={asked?.what === 'rent'}
            onClose={close}
            onStale={reload}
          />
        </>
      )}
    </>
  );
}
