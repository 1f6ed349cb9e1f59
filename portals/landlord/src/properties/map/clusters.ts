import { project } from './projection';
import type { Pixel, Place } from './projection';

/** Points that lie so close at a zoom that they are drawn as one, at the place of the first of them. */
export interface Cluster<Point> {
  key: string;
  points: Point[];
  /** In pixels of the world. */
  at: Pixel;
  units: number;
}

/** Closer than this, circles would cover each other. */
const NEAR_PIXELS = 38;

/** Joins points with those before them that are near; the first points, which are the largest, keep their places. */
export function clustersOf<Point extends Place & { id: string; unitCount: number }>(
  points: readonly Point[],
  zoom: number,
): Cluster<Point>[] {
  const clusters: Cluster<Point>[] = [];
  const cells = new Map<string, Cluster<Point>[]>();
  for (const point of points) {
    const at = project(point, zoom);
    const column = Math.floor(at.x / NEAR_PIXELS);
    const row = Math.floor(at.y / NEAR_PIXELS);
    const near = around(column, row)
      .flatMap((cell) => cells.get(cell) ?? [])
      .find((one) => Math.hypot(one.at.x - at.x, one.at.y - at.y) < NEAR_PIXELS);
    if (near) {
      near.points.push(point);
      near.units += point.unitCount;
      continue;
    }
    const cluster = { key: point.id, points: [point], at, units: point.unitCount };
    clusters.push(cluster);
    const cell = `${column} ${row}`;
    cells.set(cell, [...(cells.get(cell) ?? []), cluster]);
  }
  return clusters;
}

/** The diameter of a circle in pixels: its area grows with the units; never too small for a finger. */
export function diameterOf(units: number): number {
  return Math.round(Math.min(26 + Math.sqrt(units) * 0.9, 60));
}

function around(column: number, row: number): string[] {
  return [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((down) => `${column + right} ${row + down}`));
}
