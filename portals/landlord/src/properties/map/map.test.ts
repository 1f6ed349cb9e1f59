import { clustersOf } from './clusters';
import { fit, metresPerPixel, moved, project, scaleBar, unproject } from './projection';

const chicago = { latitude: 41.88, longitude: -87.63 };

describe('the plot of a map', () => {
  it('shows the world as web maps do', () => {
    expect(project({ latitude: 0, longitude: 0 }, 0)).toEqual({ x: 128, y: 128 });
    expect(project({ latitude: 85.051_128_78, longitude: -180 }, 1).y).toBeCloseTo(0, 4);
    const back = unproject(project(chicago, 12), 12);
    expect(back.latitude).toBeCloseTo(41.88, 8);
    expect(back.longitude).toBeCloseTo(-87.63, 8);
  });

  it('fits all points inside of its frame', () => {
    const places = [chicago, { latitude: 42.05, longitude: -87.9 }];
    const size = { width: 600, height: 400 };
    const view = fit(places, size);
    const middle = project(view.middle, view.zoom);
    for (const place of places) {
      const { x, y } = project(place, view.zoom);
      expect(Math.abs(x - middle.x)).toBeLessThan(300);
      expect(Math.abs(y - middle.y)).toBeLessThan(200);
    }
  });

  it('measures in metres: at the equator a pixel of zoom 0 is 156,543 m', () => {
    expect(metresPerPixel(0, 0)).toBeCloseTo(156_543.03, 1);
    expect(scaleBar(10, 120)).toEqual({ metres: 1000, pixels: 100 });
    expect(scaleBar(3, 120)).toEqual({ metres: 200, pixels: 200 / 3 });
  });

  it('moves east when it is moved to the right', () => {
    const view = moved({ middle: chicago, zoom: 10 }, { x: 100, y: 0 });
    expect(view.middle.longitude).toBeGreaterThan(chicago.longitude);
    expect(view.middle.latitude).toBeCloseTo(chicago.latitude, 8);
  });

  it('draws what lies close as one circle, apart when it is nearer', () => {
    const points = [
      { id: 'a', unitCount: 100, ...chicago },
      { id: 'b', unitCount: 20, latitude: 41.881, longitude: -87.631 },
      { id: 'c', unitCount: 5, latitude: 41.98, longitude: -87.65 },
    ];
    const far = clustersOf(points, 11);
    expect(far.map(({ points: { length }, units }) => [length, units])).toEqual([
      [2, 120],
      [1, 5],
    ]);
    expect(clustersOf(points, 18)).toHaveLength(3);
  });
});
