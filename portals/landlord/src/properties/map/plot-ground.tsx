'use client';

import { useFormatter } from 'next-intl';
import classes from './map.module.css';
import { metresPerPixel, project, scaleBar } from './projection';
import type { Size, View } from './projection';

const BAR_PIXELS = 140;
const METRES_PER_KILOMETRE = 1000;

/** A grid as wide as the scale's bar, which moves with the points, and the scale. */
export function PlotGround({ view, size }: { view: View; size: Size }) {
  const format = useFormatter();
  const { metres, pixels } = scaleBar(metresPerPixel(view.middle.latitude, view.zoom), BAR_PIXELS);
  const middle = project(view.middle, view.zoom);
  const first = (world: number, length: number) =>
    ((((length / 2 - world) % pixels) + pixels) % pixels) - pixels;
  const lines = (world: number, length: number) =>
    Array.from(
      { length: Math.ceil(length / pixels) + 2 },
      (_, index) => first(world, length) + index * pixels,
    );
  const length =
    metres < METRES_PER_KILOMETRE
      ? format.number(metres, { style: 'unit', unit: 'meter' })
      : format.number(metres / METRES_PER_KILOMETRE, { style: 'unit', unit: 'kilometer' });
  const bottom = size.height - 14;
  return (
    <svg className={classes.ground} aria-hidden>
      {lines(middle.x, size.width).map((x) => (
        <line key={`x${x}`} className={classes.grid} x1={x} x2={x} y1={0} y2={size.height} />
      ))}
      {lines(middle.y, size.height).map((y) => (
        <line key={`y${y}`} className={classes.grid} x1={0} x2={size.width} y1={y} y2={y} />
      ))}
      <path className={classes.scale} d={`M12 ${bottom - 6} v6 h${pixels} v-6`} />
      <text className={classes.words} x={18} y={bottom - 6}>
        {length}
      </text>
    </svg>
  );
}
