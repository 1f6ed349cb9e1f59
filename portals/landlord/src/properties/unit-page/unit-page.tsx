'use client';

import { Alert, Badge, Button, Tabs } from '@mantine/core';
import { LoadingLines, PageHeader, UiLink } from '@propertea/ui';
import { IconPencil } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
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
  UnitChangesDocument,
  UnitHistoryDocument,
  UnitLeaseChangesDocument,
  UnitLettingDocument,
  UnitPageDocument,
} from '../gql/graphql';
import type {
  UnitFactsFragment,
  UnitHistoryQuery,
  UnitPageQuery,
  UnitPageQueryVariables,
} from '../gql/graphql';
import { useUnitPageQuery } from '../gql/hooks';
import { lifeButtons } from '../property-place/life';
import { buildingText } from '../unit-place/address-text';
import { forgetUnitLists } from '../unit-lists';
import { useUnitTrail } from '../unit-trail';
import { Neighbours } from './neighbours';
import { Overview } from './overview';

const UnitHistory = lazy(() => import('./unit-history'));
const LifeButtons = lifeButtons({
  retire: () => import('./retire-unit'),
  restore: () => import('./restore-unit'),
});

const TABS = ['overview', 'history'] as const;
const tabOf = parseAsStringLiteral(TABS).withDefault('overview');

const HISTORY = { query: UnitHistoryDocument, list: ({ unit }: UnitHistoryQuery) => unit?.history };
/** What a change does not bring by itself. */
const AFTER_CHANGE = [HISTORY];
const ALL = [HISTORY, { query: UnitPageDocument }, { query: UnitLettingDocument }];

/** One unit: what is known of it, what happened to it, what can be done with it. */
export function UnitPage(props: {
  id: string;
  preloaded: Preloaded<UnitPageQuery, UnitPageQueryVariables>;
}) {
  const { id, preloaded } = props;
  useSeed(UnitPageDocument, preloaded);
  const { data, loading, error, refetch } = useUnitPageQuery({ variables: { id } });
  const change = useRefresher(AFTER_CHANGE, { forget: forgetUnitLists });
  const gap = useRefresher(ALL, { preloaded, forget: forgetUnitLists });
  useLive(UnitChangesDocument, { unitId: id }, { change, gap });
  useLive(UnitLeaseChangesDocument, { unitId: id }, { gap });
  const retry = () => void refetch().catch(() => undefined);
  if (data?.unit) return <Content unit={data.unit} reload={retry} />;
  if (loading) return <LoadingLines />;
  if (!error) notFound();
  return <Failure failure={error} retry={retry} />;
}

function Content({ unit, reload }: { unit: UnitFactsFragment; reload: () => void }) {
  const t = useTranslations('units.page');
  const tList = useTranslations('units.list');
  const tEnums = useTranslations('enums');
  const format = useFormatter();
  const to = useTo();
  const { rights, organization } = useSession();
  const trail = useUnitTrail(organization.id);
  const [tab, setTab] = useQueryState('tab', tabOf);
  const { property, building } = unit;
  const mayEdit = rights.mayEdit({ companyId: property.company?.id, propertyId: property.id });
  const actions = mayEdit && (
    <>
      {!unit.isRetired && (
        <Button
          component={UiLink}
          href={to(`/units/${unit.id}/change`)}
          leftSection={<IconPencil size={16} aria-hidden />}
        >
          {t('change')}
        </Button>
      )}
      <LifeButtons
        id={unit.id}
        name={unit.reference}
        code={unit.code}
        version={unit.version}
        isRetired={unit.isRetired}
        onStale={reload}
      />
    </>
  );
  return (
    <>
      <PageHeader
        title={unit.reference}
        crumbs={[
          { title: tList('title'), href: to(`/units${trail?.query ?? ''}`) },
          { title: property.name, href: to(`/properties/${property.id}`) },
          ...(building
            ? [{ title: buildingText(building), href: to(`/buildings/${building.id}`) }]
            : []),
        ]}
        badges={
          <>
            <Badge variant="light" color={unit.isRetired ? 'gray' : undefined}>
              {unit.isRetired ? tEnums('Life.retired') : tEnums(`UnitCategory.${unit.category}`)}
            </Badge>
            <LiveSign />
          </>
        }
        actions={
          <>
            <Neighbours id={unit.id} />
            {actions}
          </>
        }
      />
      {unit.isRetired && unit.retiredAt && (
        <Alert color="gray" variant="light" mb="md" title={tEnums('Life.retired')}>
          {t('retired', {
            date: format.dateTime(new Date(unit.retiredAt), { dateStyle: 'long' }),
          })}
        </Alert>
      )}
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
        <Tabs.Panel value="overview">
          <Overview unit={unit} />
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="md">
          <Suspense fallback={<LoadingLines />}>
            <UnitHistory id={unit.id} />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
