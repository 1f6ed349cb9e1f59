'use client';

import { Card, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { EmptyState, ListFooter, LoadingLines, PageHeader } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { Failure } from '@/shared/failure/failure';
import { usePages } from '@/shared/list/use-pages';
import { PropertyFilter } from '../property-filter';
import { RenewalBoardDocument } from '../gql/graphql';
import type { RenewalBoardQuery, RenewalBoardQueryVariables } from '../gql/graphql';
import { useRenewalBoardQuery } from '../gql/hooks';
import { WINDOWS, boardAddress, boardVariables } from './address';
import classes from './renewal-board.module.css';
import { RenewalCard } from './renewal-card';
import { STAGES, stageOf } from './stages';

/** The leases whose term ends soon, by how far their renewal has come. */
export function RenewalBoardPage(props: {
  today: string;
  preloaded: Preloaded<RenewalBoardQuery, RenewalBoardQueryVariables>;
}) {
  const t = useTranslations('leasing.board');
  const [address, setAddress] = useQueryStates(boardAddress);
  useSeed(RenewalBoardDocument, props.preloaded);
  const query = useRenewalBoardQuery({ variables: boardVariables(address, props.today) });
  const pages = usePages(query, ({ leases }) => leases);
  const reload = () => void query.refetch().catch(() => undefined);
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('what')}
        actions={
          <>
            <PropertyFilter
              id={address.property}
              onChoose={(property) => void setAddress({ property })}
            />
            <NativeSelect
              label={t('within')}
              data={WINDOWS.map((days) => ({ value: String(days), label: t('days', { days }) }))}
              value={String(address.within)}
              onChange={({ currentTarget: { value } }) =>
                void setAddress({ within: WINDOWS.find((days) => String(days) === value) ?? null })
              }
            />
          </>
        }
      />
      {pages.isLoading ? (
        <LoadingLines />
      ) : pages.failure ? (
        <Failure failure={pages.failure} retry={pages.retry} />
      ) : pages.rows.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyWhat')}</EmptyState>
      ) : (
        <>
          <div
            className={classes.board}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
            tabIndex={0}
            role="group"
            aria-label={t('title')}
            aria-busy={pages.isBusy}
          >
            {STAGES.map((stage) => {
              const cards = pages.rows.filter((lease) => stageOf(lease) === stage);
              return (
                <Card key={stage} withBorder padding="sm" component="section">
                  <Title order={2} size="h5" mb="sm">
                    {t(`stages.${stage}`, { count: cards.length })}
                  </Title>
                  <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
                    {cards.map((lease) => (
                      <li key={lease.id}>
                        <RenewalCard lease={lease} onStale={reload} />
                      </li>
                    ))}
                  </Stack>
                  {cards.length === 0 && (
                    <Text size="sm" c="dimmed">
                      {t('none')}
                    </Text>
                  )}
                </Card>
              );
            })}
          </div>
          <ListFooter
            shown={pages.rows.length}
            total={pages.total}
            hasMore={pages.hasMore}
            isLoading={pages.isLoadingMore}
            onMore={pages.more}
          />
        </>
      )}
    </>
  );
}
