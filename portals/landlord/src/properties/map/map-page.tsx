'use client';

import { Alert, Button, Group, Text } from '@mantine/core';
import { EmptyState, LoadingLines, PageHeader, SearchInput, UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useQueryStates } from 'nuqs';
import { useState } from 'react';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { useTo } from '@/session/session-provider';
import { Failure } from '@/shared/failure/failure';
import { PropertyMapDocument } from '../gql/graphql';
import type { PropertyMapQuery, PropertyMapQueryVariables } from '../gql/graphql';
import { usePropertyMapQuery } from '../gql/hooks';
import { SHAPES, mapAddress, mapVariables } from './address';
import classes from './map.module.css';
import { PointList } from './point-list';
import type { MapPoint } from './point-text';

// Both need a browser, and are loaded with the first map that somebody looks at.
const TileMap = dynamic(() => import('./tile-map'), { ssr: false });
const Plot = dynamic(() => import('./plot'), { ssr: false });

export interface Tiles {
  url: string;
  attribution?: string;
}

const NOTHING: readonly MapPoint[] = [];

/** Where the properties are: on a map where there are tiles for one, as a plain plot elsewhere, and as a list. */
export function MapPage(props: {
  preloaded: Preloaded<PropertyMapQuery, PropertyMapQueryVariables>;
  tiles: Tiles | null;
}) {
  const { tiles } = props;
  const t = useTranslations('map');
  const tList = useTranslations('common.list');
  const to = useTo();
  const [address, setAddress] = useQueryStates(mapAddress);
  const [isUnreachable, setUnreachable] = useState(false);
  useSeed(PropertyMapDocument, props.preloaded);
  const query = usePropertyMapQuery({ variables: mapVariables(address) });
  const { data, previousData, loading, error } = query;
  const answer = (data ?? previousData)?.propertyPoints;
  const points = answer?.points ?? NOTHING;
  const { focus } = address;
  const choose = (id: string) => void setAddress({ focus: id });
  const isPlain = !tiles || isUnreachable || address.shape === 'plot';
  if (!answer) {
    return (
      <>
        <PageHeader title={t('title')} />
        {loading ? (
          <LoadingLines />
        ) : (
          <Failure failure={error} retry={() => void query.refetch().catch(() => undefined)} />
        )}
      </>
    );
  }
  if (points.length === 0 && !address.q && !loading) {
    return (
      <>
        <PageHeader title={t('title')} />
        <EmptyState
          title={t('empty.title')}
          action={
            <Button component={UiLink} href={to('/properties?coordinates=without')}>
              {t('without')}
            </Button>
          }
        >
          {t('empty.what')}
        </EmptyState>
      </>
    );
  }
  const units = points.reduce((sum, { unitCount }) => sum + unitCount, 0);
  return (
    <>
      <PageHeader title={t('title')} />
      <Group mb="sm" gap="sm">
        <SearchInput
          label={t('search')}
          value={address.q}
          onSearch={(q) => void setAddress({ q, focus: null })}
        />
        <Text size="sm" c="dimmed" role="status">
          {t('count', { count: points.length, units })}
        </Text>
        {tiles && !isUnreachable && (
          <Group gap={4} ml="auto" role="group" aria-label={t('shape')}>
            {SHAPES.map((shape) => (
              <Button
                key={shape}
                variant={(shape === 'plot') === isPlain ? 'light' : 'default'}
                aria-pressed={(shape === 'plot') === isPlain}
                onClick={() => void setAddress({ shape: shape === 'plot' ? shape : null })}
              >
                {t(`shapes.${shape}`)}
              </Button>
            ))}
          </Group>
        )}
      </Group>
      {!answer.isComplete && (
        <Alert variant="light" mb="sm">
          {t('incomplete', { count: points.length })}
        </Alert>
      )}
      {isUnreachable && (
        <Alert variant="light" color="yellow" mb="sm" role="status">
          <Group justify="space-between">
            <Text size="sm">{t('unreachable')}</Text>
            <Button size="xs" variant="default" onClick={() => setUnreachable(false)}>
              {t('retry')}
            </Button>
          </Group>
        </Alert>
      )}
      {focus && !loading && !points.some(({ id }) => id === focus) && (
        <Alert variant="light" color="yellow" mb="sm" role="status">
          {t('notHere')}
        </Alert>
      )}
      {points.length === 0 ? (
        <EmptyState
          title={tList('nothingFound')}
          action={
            <Button variant="default" onClick={() => void setAddress({ q: null })}>
              {t('all')}
            </Button>
          }
        >
          {t('other')}
        </EmptyState>
      ) : (
        <div className={classes.page} aria-busy={loading}>
          <div className={classes.map}>
            <a href="#points" className={classes.skip}>
              {t('skip')}
            </a>
            {isPlain || !tiles ? (
              <Plot key={address.q} points={points} chosen={focus} onChoose={choose} />
            ) : (
              <TileMap
                points={points}
                chosen={focus}
                onChoose={choose}
                tileUrl={tiles.url}
                attribution={tiles.attribution}
                onUnreachable={() => setUnreachable(true)}
              />
            )}
          </div>
          <div className={classes.side}>
            <PointList points={points} chosen={focus} onChoose={choose} />
          </div>
        </div>
      )}
    </>
  );
}
