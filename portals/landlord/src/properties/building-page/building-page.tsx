'use client';

import { Alert, Badge, Button, Tabs } from '@mantine/core';
import { LoadingLines, PageHeader, UiLink } from '@propertea/ui';
import { IconPencil } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { Suspense, lazy } from 'react';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { useSession, useTo } from '@/session/session-provider';
import { Failure } from '@/shared/failure/failure';
import { BuildingPageDocument } from '../gql/graphql';
import type { BuildingPageQuery, BuildingPageQueryVariables } from '../gql/graphql';
import { useBuildingPageQuery } from '../gql/hooks';
import { lifeButtons } from '../property-place/life';
import { buildingText } from '../unit-place/address-text';
import { Overview } from './overview';

export type BuildingOnPage = NonNullable<BuildingPageQuery['building']>;

const PlaceUnits = lazy(() => import('../property-units/place-units'));
const BuildingHistory = lazy(() => import('./building-history'));
const LifeButtons = lifeButtons({
  retire: () => import('./retire-building'),
  restore: () => import('./restore-building'),
});

const TABS = ['overview', 'units', 'history'] as const;
const tabOf = parseAsStringLiteral(TABS).withDefault('overview');

/** One building: what is known of it, its entrances, its units, what happened to it. */
export function BuildingPage(props: {
  id: string;
  preloaded: Preloaded<BuildingPageQuery, BuildingPageQueryVariables>;
}) {
  useSeed(BuildingPageDocument, props.preloaded);
  const { data, previousData, loading, error, refetch } = useBuildingPageQuery({
    variables: { id: props.id },
  });
  const building = (data ?? previousData)?.building;
  const retry = () => void refetch().catch(() => undefined);
  if (building) return <Content building={building} reload={retry} />;
  if (loading) return <LoadingLines />;
  return <Failure failure={error} retry={retry} />;
}

function Content({ building, reload }: { building: BuildingOnPage; reload: () => void }) {
  const t = useTranslations('buildings');
  const tProperties = useTranslations('properties.list');
  const tEnums = useTranslations('enums');
  const format = useFormatter();
  const to = useTo();
  const { rights } = useSession();
  const [tab, setTab] = useQueryState('tab', tabOf.withOptions({ history: 'push' }));
  const { id, code, version, property, isRetired, retiredAt } = building;
  const name = buildingText(building);
  const mayEdit = rights.mayEdit({ companyId: property.company?.id, propertyId: property.id });
  return (
    <>
      <PageHeader
        title={t('page.title', { name })}
        crumbs={[
          { title: tProperties('title'), href: to('/properties') },
          { title: property.name, href: to(`/properties/${property.id}`) },
        ]}
        badges={
          isRetired && (
            <Badge variant="light" color="gray">
              {tEnums('Life.retired')}
            </Badge>
          )
        }
        actions={
          mayEdit && (
            <>
              {!isRetired && (
                <Button
                  component={UiLink}
                  href={to(`/buildings/${id}/edit`)}
                  leftSection={<IconPencil size={16} aria-hidden />}
                >
                  {t('page.edit')}
                </Button>
              )}
              <LifeButtons
                id={id}
                name={name}
                code={code}
                version={version}
                isRetired={isRetired}
                onStale={reload}
              />
            </>
          )
        }
      />
      {isRetired && retiredAt && (
        <Alert color="gray" variant="light" mb="md" title={tEnums('Life.retired')}>
          {t('page.retired', {
            date: format.dateTime(new Date(retiredAt), { dateStyle: 'long' }),
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
        <Tabs.Panel value="overview" pt="md">
          <Overview building={building} mayEdit={mayEdit && !isRetired} />
        </Tabs.Panel>
        <Tabs.Panel value="units" pt="md">
          <Suspense fallback={<LoadingLines />}>
            <PlaceUnits place={{ buildingId: id }} mayEdit={mayEdit && !isRetired} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="md">
          <Suspense fallback={<LoadingLines />}>
            <BuildingHistory id={id} />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
