'use client';

import { Anchor, Text } from '@mantine/core';
import { ListFooter, LoadingLines, UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import { Failure } from '@/shared/failure/failure';
import { usePages } from '@/shared/list/use-pages';
import type { UnitBranchQuery, UnitFilter } from '../gql/graphql';
import { useUnitBranchQuery } from '../gql/hooks';
import { TREE_ITEM } from './tree-keys';
import classes from './tree.module.css';

type Leaf = NonNullable<UnitBranchQuery['units']>['nodes'][number];

/** The units of one branch of the tree, 100 at a time. */
export function UnitLeaves(props: { filter: UnitFilter; isQuietWhenEmpty?: boolean }) {
  const t = useTranslations('properties.tree');
  const query = useUnitBranchQuery({ variables: { filter: props.filter } });
  const pages = usePages(query, ({ units }) => units);
  if (pages.isLoading) {
    return (
      <li>
        <LoadingLines rows={2} />
      </li>
    );
  }
  if (pages.failure) {
    return (
      <li>
        <Failure failure={pages.failure} retry={pages.retry} />
      </li>
    );
  }
  if (pages.rows.length === 0) {
    if (props.isQuietWhenEmpty) return null;
    return (
      <li>
        <Text size="sm" c="dimmed">
          {t('noUnits')}
        </Text>
      </li>
    );
  }
  return (
    <li>
      <ul className={classes.leaves}>
        {pages.rows.map((unit) => (
          <UnitLeaf key={unit.id} unit={unit} />
        ))}
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
    </li>
  );
}

function UnitLeaf({ unit }: { unit: Leaf }) {
  const t = useTranslations('properties.tree');
  const tEnums = useTranslations('enums.UnitCategory');
  const to = useTo();
  const { bedrooms, areaSquareMetres: area } = unit;
  const facts = [
    tEnums(unit.category),
    bedrooms !== null && t('bedrooms', { bedrooms }),
    area !== null && t('area', { area }),
  ];
  return (
    <li className={classes.leaf}>
      <Anchor component={UiLink} href={to(`/units/${unit.id}`)} fw={600} {...TREE_ITEM}>
        {unit.code}
      </Anchor>{' '}
      <Text span size="sm" c="dimmed">
        {facts.filter(Boolean).join(' · ')}
      </Text>
    </li>
  );
}
