'use client';

import { Tabs } from '@mantine/core';
import { LoadingLines, PageHeader } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { notFound } from 'next/navigation';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { Suspense, lazy } from 'react';
import { useLive } from '@/graph/live/use-live';
import { useRefresher } from '@/graph/live/use-refresher';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { useSession, useTo } from '@/session/session-provider';
import { Failure } from '@/shared/failure/failure';
import { LiveSign } from '@/shared/live/live-sign';
import {
  LeaseChangesDocument,
  LeaseChargeLinesDocument,
  LeaseHistoryDocument,
  LeasePageDocument,
  LeaseScheduleDocument,
} from '../gql/graphql';
import type {
  LeaseChargeLinesQuery,
  LeaseFactsFragment,
  LeaseHistoryQuery,
  LeasePageQuery,
  LeasePageQueryVariables,
} from '../gql/graphql';
import { useLeasePageQuery } from '../gql/hooks';
import { LeaseActions } from '../lease-commands/lease-actions';
import { forgetLeaseLists } from '../lease-lists';
import { StateBadge } from '../state-badge';
import { HoldOver } from './hold-over';
import { LeaseNotices } from './lease-notices';
import { Overview } from './overview';

const Charges = lazy(() => import('./charges'));
const Renewals = lazy(() => import('./renewals'));
const LeaseHistory = lazy(() => import('./lease-history'));

const TABS = ['overview', 'charges', 'renewals', 'history'] as const;
const tabOf = parseAsStringLiteral(TABS).withDefault('overview');

/** What a change does not bring by itself. */
const AFTER_CHANGE = [
  { query: LeaseScheduleDocument },
  {
    query: LeaseChargeLinesDocument,
    list: ({ lease }: LeaseChargeLinesQuery) => lease?.chargeLines,
  },
  { query: LeaseHistoryDocument, list: ({ lease }: LeaseHistoryQuery) => lease?.history },
];
const ALL = [...AFTER_CHANGE, { query: LeasePageDocument }];

/** One lease: who, what, how long and how much; what can be done with it. */
export function LeasePage(props: {
  id: string;
  preloaded: Preloaded<LeasePageQuery, LeasePageQueryVariables>;
}) {
  const { id, preloaded } = props;
  useSeed(LeasePageDocument, preloaded);
  const { data, loading, error, refetch } = useLeasePageQuery({ variables: { id } });
  const change = useRefresher(AFTER_CHANGE, { forget: forgetLeaseLists });
  const gap = useRefresher(ALL, { preloaded, forget: forgetLeaseLists });
  useLive(LeaseChangesDocument, { leaseId: id }, { change, gap });
  const retry = () => void refetch().catch(() => undefined);
  if (data?.lease) return <Content lease={data.lease} reload={retry} />;
  if (loading) return <LoadingLines />;
  if (!error) notFound();
  return <Failure failure={error} retry={retry} />;
}

function Content({ lease, reload }: { lease: LeaseFactsFragment; reload: () => void }) {
  const t = useTranslations('leasing.page');
  const tList = useTranslations('leasing.list');
  const to = useTo();
  const { rights } = useSession();
  const [tab, setTab] = useQueryState('tab', tabOf);
  const { unit, property, company } = lease;
  const mayLet = rights.mayLet({ companyId: company?.id, propertyId: property?.id });
  return (
    <>
      <PageHeader
        title={lease.number}
        crumbs={[
          { title: tList('title'), href: to('/leases') },
          ...(property ? [{ title: property.name, href: to(`/properties/${property.id}`) }] : []),
          ...(unit ? [{ title: unit.reference, href: to(`/units/${unit.id}`) }] : []),
        ]}
        description={lease.parties
          .filter(({ role }) => role === 'TENANT')
          .map(({ name }) => name)
          .join(', ')}
        badges={
          <>
            <StateBadge state={lease.state} />
            <LiveSign />
          </>
        }
        actions={mayLet && <LeaseActions lease={lease} onStale={reload} />}
      />
      <LeaseNotices lease={lease} />
      <HoldOver lease={lease} mayLet={mayLet} onStale={reload} />
      <Tabs
        value={tab}
        onChange={(value) => void setTab(TABS.find((one) => one === value) ?? null)}
        keepMounted={false}
      >
        <Tabs.List>
          {TABS.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {t(`tabs.${value}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview" pt="md">
          <Overview lease={lease} mayLet={mayLet} onStale={reload} />
        </Tabs.Panel>
        <Tabs.Panel value="charges" pt="md">
          <Suspense fallback={<LoadingLines />}>
            <Charges lease={lease} mayLet={mayLet} onStale={reload} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="renewals" pt="md">
          <Suspense fallback={<LoadingLines />}>
            <Renewals lease={lease} mayLet={mayLet} onStale={reload} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="md">
          <Suspense fallback={<LoadingLines />}>
            <LeaseHistory id={lease.id} />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
