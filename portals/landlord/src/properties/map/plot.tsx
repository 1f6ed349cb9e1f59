'use client';

import { useElementSize } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { clustersOf, diameterOf } from './clusters';
import type { Cluster } from './clusters';
import classes from './map.module.css';
import { PlotControls } from './plot-controls';
import { PlotGround } from './plot-ground';
import { useClusterText } from './point-text';
import type { MapPoint, PointsProps } from './point-text';
import { MAX_ZOOM, fit, moved, project, zoomed } from './projection';
import type { Pixel, View } from './projection';

const STEP = 120;
/** So much of the pointer's way is still a click. */
const CLICK_PIXELS = 4;
const FEW = 12;
const CLOSE_ZOOM = 15;

const KEYS: Record<string, (view: View) => View> = {
  ArrowLeft: (view) => moved(view, { x: -STEP, y: 0 }),
  ArrowRight: (view) => moved(view, { x: STEP, y: 0 }),
  ArrowUp: (view) => moved(view, { x: 0, y: -STEP }),
  ArrowDown: (view) => moved(view, { x: 0, y: STEP }),
  '+': (view) => zoomed(view, 1),
  '=': (view) => zoomed(view, 1),
  '-': (view) => zoomed(view, -1),
};

/** The points without a map below them: their places to each other, a grid and a scale. */
export default function Plot({ points, chosen, onChoose }: PointsProps) {
  const t = useTranslations('map');
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const size = useMemo(() => ({ width, height }), [width, height]);
  const [own, setView] = useState<View | null>(null);
  const [centred, setCentred] = useState<string | null>(null);
  const drag = useRef<{ from: Pixel; view: View; isMoving: boolean } | null>(null);
  const all = useMemo(() => fit(points, size), [points, size]);
  const view = own ?? all;
  if (chosen !== centred && size.width > 0) {
    setCentred(chosen);
    const point = points.find(({ id }) => id === chosen);
    if (point) setView({ middle: point, zoom: Math.max(view.zoom, CLOSE_ZOOM) });
  }
  const clusters = useMemo(() => clustersOf(points, view.zoom), [points, view.zoom]);
  const middle = project(view.middle, view.zoom);
  const inPicture = ({ x, y }: Pixel): Pixel => ({
    x: x - middle.x + size.width / 2,
    y: y - middle.y + size.height / 2,
  });
  const visible = clusters
    .map((cluster) => ({ cluster, at: inPicture(cluster.at) }))
    .filter(({ at }) => at.x > -30 && at.y > -30)
    .filter(({ at }) => at.x < size.width + 30 && at.y < size.height + 30);

  const choose = ({ points: inside }: Cluster<MapPoint>) => {
    const nearer = fit(inside, size);
    if (inside.length > 1 && view.zoom < MAX_ZOOM) {
      return setView({ ...nearer, zoom: Math.min(Math.max(nearer.zoom, view.zoom + 1), MAX_ZOOM) });
    }
    const [first] = inside;
    if (!first) return undefined;
    // What was found here need not be moved to the middle.
    setCentred(first.id);
    return onChoose(first.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const change = KEYS[event.key];
    if (!change || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setView(change(view));
  };
  const onPointerDown = ({ clientX: x, clientY: y }: PointerEvent) => {
    drag.current = { from: { x, y }, view, isMoving: false };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const { current } = drag;
    if (!current) return;
    const way = { x: current.from.x - event.clientX, y: current.from.y - event.clientY };
    if (!current.isMoving && Math.hypot(way.x, way.y) < CLICK_PIXELS) return;
    if (!current.isMoving) event.currentTarget.setPointerCapture(event.pointerId);
    current.isMoving = true;
    setView(moved(current.view, way));
  };
  const onPointerEnd = () => {
    drag.current = null;
  };
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application has keys of its own */}
      <div
        ref={ref}
        className={classes.plot}
        role="application"
        aria-label={t('plotLabel')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is moved by the keyboard
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
        onDoubleClick={() => setView(zoomed(view, 1))}
      >
        {size.width > 0 && (
          <>
            <PlotGround view={view} size={size} />
            {visible.map(({ cluster, at }) => (
              <Circle
                key={cluster.key}
                cluster={cluster}
                at={at}
                isChosen={cluster.points.some(({ id }) => id === chosen)}
                isNamed={visible.length <= FEW}
                onChoose={choose}
              />
            ))}
          </>
        )}
      </div>
      <PlotControls
        onMove={(by) => setView(moved(view, { x: by.x * STEP, y: by.y * STEP }))}
        onZoom={(by) => setView(zoomed(view, by))}
        onAll={() => setView(null)}
      />
    </>
  );
}

function Circle(props: {
  cluster: Cluster<MapPoint>;
  at: Pixel;
  isChosen: boolean;
  isNamed: boolean;
  onChoose: (cluster: Cluster<MapPoint>) => void;
}) {
  const { cluster, at, isChosen, onChoose } = props;
  const text = useClusterText();
  const diameter = diameterOf(cluster.units);
  return (
    <button
      type="button"
      className={classes.point}
      data-chosen={isChosen || undefined}
      aria-pressed={isChosen}
      aria-label={text.name(cluster)}
      title={text.name(cluster)}
      style={{
        width: diameter,
        height: diameter,
        left: at.x - diameter / 2,
        top: at.y - diameter / 2,
      }}
      onClick={() => onChoose(cluster)}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {text.inside(cluster)}{' '}
      {(props.isNamed || isChosen) && <span className={classes.name}>{text.short(cluster)}</span>}
    </button>
  );
}
