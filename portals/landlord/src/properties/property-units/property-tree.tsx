'use client';

import { Anchor, Card, Group, Stack, Text } from '@mantine/core';
import { EmptyState, ListFooter, LoadingLines, UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import { Failure } from '@/shared/failure/failure';
import { usePages } from '@/shared/list/use-pages';
import type { PropertyTreeQuery } from '../gql/graphql';
import { usePropertyTreeQuery } from '../gql/hooks';
import { buildingText } from '../unit-place/address-text';
import { TreeBranch } from './tree-branch';
import { useTreeKeys } from './tree-keys';
import { UnitLeaves } from './unit-leaves';
import classes from './tree.module.css';

type BuildingOfTree = NonNullable<PropertyTreeQuery['buildings']>['nodes'][number];

/** What is in a property: its buildings, their entrances, the units by each; loaded as it is opened. */
export default function PropertyTree({ property }: { property: string }) {
  const t = useTranslations('properties.tree');
  const query = usePropertyTreeQuery({ variables: { property } });
  const pages = usePages(query, ({ buildings }) => buildings);
  const onKeyDown = useTreeKeys();
  const outside = (query.data ?? query.previousData)?.outside?.totalCount ?? 0;
  if (pages.isLoading) return <LoadingLines />;
  if (pages.failure) return <Failure failure={pages.failure} retry={pages.retry} />;
  if (pages.rows.length === 0 && outside === 0) {
    return <EmptyState title={t('empty.title')}>{t('empty.what')}</EmptyState>;
  }
  const isAlone = pages.rows.length + (outside > 0 ? 1 : 0) === 1;
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed" visibleFrom="sm">
        {t('keys')}
      </Text>
      <Card withBorder padding="xs">
        <ul className={classes.tree} aria-label={t('title')} {...{ onKeyDown }}>
          {pages.rows.map((building) => (
            <BuildingBranch key={building.id} building={building} isOpen={isAlone} />
          ))}
          {outside > 0 && (
            <TreeBranch name={t('outside')} count={outside} isOpenAtFirst={isAlone}>
              <UnitLeaves filter={{ propertyId: property, isOutsideBuildings: true }} />
            </TreeBranch>
          )}
        </ul>
        {pages.hasMore && (
          <ListFooter
            shown={pages.rows.length}
            total={pages.total}
            hasMore={pages.hasMore}
            isLoading={pages.isLoadingMore}
            onMore={pages.more}
          />
        )}
      </Card>
    </Stack>
  );
}

function BuildingBranch({ building, isOpen }: { building: BuildingOfTree; isOpen: boolean }) {
  const t = useTranslations('properties.tree');
  const to = useTo();
  const { id: buildingId, entrances } = building;
  const name = t('building', { name: buildingText(building) });
  return (
    <TreeBranch
      name={name}
      count={building.unitCount}
      isOpenAtFirst={isOpen}
      link={
        <Anchor
          component={UiLink}
          href={to(`/buildings/${buildingId}`)}
          size="sm"
          aria-label={t('openBuilding', { name })}
        >
          {t('open')}
        </Anchor>
      }
    >
      {entrances.map(({ code, name: own, addressLine }) => (
        <TreeBranch
          key={code}
          name={
            <Group gap={6} component="span" display="inline-flex">
              {t('entrance', { name: own ? `${code} · ${own}` : code })}
              {addressLine && (
                <Text span size="sm" c="dimmed">
                  {addressLine}
                </Text>
              )}
            </Group>
          }
        >
          <UnitLeaves filter={{ buildingId, entranceCode: code }} />
        </TreeBranch>
      ))}
      <UnitLeaves
        filter={entrances.length > 0 ? { buildingId, hasEntrance: false } : { buildingId }}
        isQuietWhenEmpty={entrances.length > 0}
      />
    </TreeBranch>
  );
}
