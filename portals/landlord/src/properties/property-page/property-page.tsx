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
import { PropertyPageDocument } from '../gql/graphql';
import type { PropertyPageQuery, PropertyPageQueryVariables } from '../gql/graphql';
import { usePropertyPageQuery } from '../gql/hooks';
import { lifeButtons } from '../property-place/life';
import { Overview } from './overview';

export type PropertyOnPage = NonNullable<PropertyPageQuery['property']>;

const PropertyTree = lazy(() => import('../property-units/property-tree'));
const PlaceUnits = lazy(() => import('../property-units/place-units'));
const PropertyBuildings = lazy(() => import('./property-buildings'));
const PropertyHistory = lazy(() => import('./property-history'));
const LifeButtons = lifeButtons({
  retire: () => import('./retire-property'),
  restore: () => import('./restore-property'),
});

const TABS = ['overview', 'tree', 'units', 'buildings', 'history'] as const;
const tabOf = parseAsStringLiteral(TABS).withDefault('overview');

/** One property: what is known of it, what is in it, what happened to it, what can be done with it. */
export function PropertyPage(props: {
  id: string;
  preloaded: Preloaded<PropertyPageQuery, PropertyPageQueryVariables>;
}) {
  useSeed(PropertyPageDocument, props.preloaded);
  const { data, previousData, loading, error, refetch } = usePropertyPageQuery({
    variables: { id: props.id },
  });
  const property = (data ?? previousData)?.property;
  const retry = () => void refetch().catch(() => undefined);
  if (property) return <Content property={property} reload={retry} />;
  if (loading) return <LoadingLines />;
  return <Failure failure={error} retry={retry} />;
}

function Content({ property, reload }: { property: PropertyOnPage; reload: () => void }) {
  const t = useTranslations('properties');
  const tEnums = useTranslations('enums');
  const format = useFormatter();
  const to = useTo();
  const { rights } = useSession();
  const [tab, setTab] = useQueryState('tab', tabOf.withOptions({ history: 'push' }));
  const { id, name, code, version, company, isRetired, retiredAt } = property;
  const mayEdit = rights.mayEdit({ companyId: company?.id, propertyId: id });
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[
          { title: t('list.title'), href: to('/properties') },
          ...(company ? [{ title: company.name, href: to(`/companies/${company.id}`) }] : []),
        ]}
        badges={
          <Badge variant="light" color={isRetired ? 'gray' : undefined}>
            {isRetired ? tEnums('Life.retired') : tEnums(`PropertyType.${property.type}`)}
          </Badge>
        }
        actions={
          mayEdit && (
            <>
              {!isRetired && (
                <Button
                  component={UiLink}
                  href={to(`/properties/${id}/edit`)}
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
          <Overview property={property} />
        </Tabs.Panel>
        <Tabs.Panel value="tree" pt="md">
          <Suspense fallback={<LoadingLines />}>
            <PropertyTree property={id} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="units" pt="md">
          <Suspense fallback={<LoadingLines />}>
            <PlaceUnits place={{ propertyId: id }} mayEdit={mayEdit && !isRetired} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="buildings" pt="md">
          <Suspense fallback={<LoadingLines />}>
            <PropertyBuildings property={id} mayEdit={mayEdit && !isRetired} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="md">
          <Suspense fallback={<LoadingLines />}>
            <PropertyHistory id={id} />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
