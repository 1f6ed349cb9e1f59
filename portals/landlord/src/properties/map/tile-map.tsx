'use client';

import 'leaflet/dist/leaflet.css';
import L from 'leaflet';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef } from 'react';
import { clustersOf, diameterOf } from './clusters';
import type { Cluster } from './clusters';
import classes from './map.module.css';
import { useClusterText } from './point-text';
import type { MapPoint, PointsProps } from './point-text';
import { MAX_ZOOM, fit } from './projection';

/** As long as no tile has come: so many failures, or so long a wait, and there is no map. */
const TILE_FAILURES = 4;
const TILE_WAIT_MS = 8000;
const CLOSE_ZOOM = 15;

/** The points over the tiles of a map. */
export default function TileMap(
  props: PointsProps & {
    tileUrl: string;
    attribution: string | undefined;
    /** No tile could be loaded. */
    onUnreachable: () => void;
  },
) {
  const { points, chosen, tileUrl, attribution } = props;
  const t = useTranslations('map');
  const text = useClusterText();
  const place = useRef<HTMLDivElement>(null);
  const map = useRef<L.Map>(null);
  const markers = useRef(new Map<string, L.Marker>());
  const found = useRef<string>(null);
  const zoomTitles = { in: t('controls.zoomIn'), out: t('controls.zoomOut') };

  const choose = useEffectEvent((cluster: Cluster<MapPoint>) => {
    const { current } = map;
    const [first] = cluster.points;
    if (!current || !first) return;
    if (cluster.points.length === 1 || current.getZoom() >= MAX_ZOOM) {
      found.current = first.id;
      props.onChoose(first.id);
      return;
    }
    const { x, y } = current.getSize();
    const { middle, zoom } = fit(cluster.points, { width: x, height: y });
    const nearer = Math.max(zoom, current.getZoom() + 1);
    current.setView([middle.latitude, middle.longitude], Math.min(nearer, MAX_ZOOM));
  });
  const unreachable = useEffectEvent(() => props.onUnreachable());

  /** Draws what is in sight, and keeps the circles that are there, with the focus on them. */
  const draw = useEffectEvent(() => {
    const { current } = map;
    if (!current) return;
    const sight = current.getBounds().pad(0.2);
    const seen = new Set<string>();
    for (const cluster of clustersOf(points, current.getZoom())) {
      const [first] = cluster.points;
      if (!first || !sight.contains([first.latitude, first.longitude])) continue;
      const isChosen = cluster.points.some(({ id }) => id === chosen);
      const key = `${cluster.key} ${cluster.points.length} ${isChosen}`;
      seen.add(key);
      if (!markers.current.has(key)) {
        markers.current.set(key, markerOf(cluster, isChosen, text, choose).addTo(current));
      }
    }
    for (const [key, marker] of markers.current) {
      if (seen.has(key)) continue;
      marker.remove();
      markers.current.delete(key);
    }
  });

  const start = useEffectEvent((current: L.Map, shown: readonly MapPoint[]) => {
    const { x, y } = current.getSize();
    const { middle, zoom } = fit(shown, { width: x, height: y });
    current.setView([middle.latitude, middle.longitude], zoom);
  });
  const begin = useEffectEvent((current: L.Map) => start(current, points));

  useEffect(() => {
    if (!place.current) return undefined;
    const created = L.map(place.current, { zoomControl: false, maxZoom: MAX_ZOOM });
    map.current = created;
    created.attributionControl.setPrefix(false);
    L.control.zoom({ zoomInTitle: zoomTitles.in, zoomOutTitle: zoomTitles.out }).addTo(created);
    L.control.scale({ imperial: false }).addTo(created);
    begin(created);
    let failures = 0;
    let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(unreachable, TILE_WAIT_MS);
    const tiles = L.tileLayer(tileUrl, { maxZoom: MAX_ZOOM, attribution: attribution ?? '' });
    tiles.on('tileload', () => {
      clearTimeout(timer);
      timer = undefined;
    });
    tiles.on('tileerror', () => {
      failures += 1;
      if (timer && failures >= TILE_FAILURES) unreachable();
    });
    tiles.addTo(created);
    created.on('moveend', () => draw());
    draw();
    const drawn = markers.current;
    return () => {
      clearTimeout(timer);
      created.remove();
      drawn.clear();
      map.current = null;
    };
  }, [tileUrl, attribution, zoomTitles.in, zoomTitles.out]);

  useEffect(() => {
    if (map.current) start(map.current, points);
    draw();
  }, [points]);

  useEffect(() => {
    draw();
    const point = points.find(({ id }) => id === chosen);
    // What was found on the map itself need not be moved to its middle.
    if (point && found.current !== chosen) {
      const zoom = Math.max(map.current?.getZoom() ?? 0, CLOSE_ZOOM);
      map.current?.setView([point.latitude, point.longitude], zoom);
    }
    found.current = null;
  }, [chosen, points]);

  return (
    <div
      ref={place}
      role="region"
      aria-label={t('mapLabel')}
      style={{ position: 'absolute', inset: 0 }}
    />
  );
}

function markerOf(
  cluster: Cluster<MapPoint>,
  isChosen: boolean,
  text: ReturnType<typeof useClusterText>,
  onChoose: (cluster: Cluster<MapPoint>) => void,
): L.Marker {
  const [first] = cluster.points;
  const diameter = diameterOf(cluster.units);
  const marker = L.marker([first?.latitude ?? 0, first?.longitude ?? 0], {
    icon: L.divIcon({
      className: classes.point,
      html: text.inside(cluster),
      iconSize: [diameter, diameter],
    }),
    title: text.name(cluster),
    keyboard: true,
  });
  marker.on('add', () => {
    const element = marker.getElement();
    element?.setAttribute('aria-label', text.name(cluster));
    element?.setAttribute('aria-pressed', String(isChosen));
    element?.toggleAttribute('data-chosen', isChosen);
  });
  if (isChosen) {
    // As an element, since a text would be taken for HTML.
    const name = document.createElement('span');
    name.textContent = text.short(cluster) ?? '';
    marker.bindTooltip(name, { permanent: true, direction: 'bottom', offset: [0, diameter / 2] });
  }
  return marker.on('click', () => onChoose(cluster));
}
