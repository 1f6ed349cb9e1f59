/** A place in degrees (WGS 84). */
export interface Place {
  latitude: number;
  longitude: number;
}

/** A point in pixels of the whole world at some zoom, or of a picture. */
export interface Pixel {
  x: number;
  y: number;
}

/** What a picture of the world shows: its middle and its zoom, as those of web maps. */
export interface View {
  middle: Place;
  zoom: number;
}

export interface Size {
  width: number;
  height: number;
}

export const MIN_ZOOM = 1;
export const MAX_ZOOM = 19;
const TILE = 256;
/** Beyond it the projection of web maps is not defined. */
const MAX_LATITUDE = 85.051_128_78;
const EARTH_CIRCUMFERENCE_METRES = 40_075_016.686;

/** Web Mercator (EPSG:3857), in pixels of the world at a zoom; at zoom 0 it is 256 wide. */
export function project({ latitude, longitude }: Place, zoom: number): Pixel {
  const size = TILE * 2 ** zoom;
  const limited = Math.min(Math.max(latitude, -MAX_LATITUDE), MAX_LATITUDE);
  const sine = Math.sin((limited * Math.PI) / 180);
  return {
    x: size * (longitude / 360 + 0.5),
    y: size * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)),
  };
}

/** The place at a pixel of the world; the inverse of `project`. */
export function unproject({ x, y }: Pixel, zoom: number): Place {
  const size = TILE * 2 ** zoom;
  return {
    latitude: (360 / Math.PI) * Math.atan(Math.exp((0.5 - y / size) * 2 * Math.PI)) - 90,
    longitude: (x / size - 0.5) * 360,
  };
}

/** The closest view that shows all places inside of a margin; a single place is shown with its surroundings. */
export function fit(places: readonly Place[], { width, height }: Size, margin = 48): View {
  if (places.length === 0) return { middle: { latitude: 0, longitude: 0 }, zoom: MIN_ZOOM };
  const pixels = places.map((place) => project(place, 0));
  const xs = pixels.map(({ x }) => x);
  const ys = pixels.map(({ y }) => y);
  const [left, right, top, bottom] = [least(xs), most(xs), least(ys), most(ys)];
  const room = (inner: number, outer: number) =>
    inner === 0 ? Infinity : Math.max(outer - 2 * margin, 1) / inner;
  const zoom = Math.floor(
    Math.log2(Math.min(room(right - left, width), room(bottom - top, height))),
  );
  return {
    middle: unproject({ x: (left + right) / 2, y: (top + bottom) / 2 }, 0),
    zoom: Math.min(Math.max(zoom, MIN_ZOOM), 15),
  };
}

/** How many metres one pixel is at a latitude. */
export function metresPerPixel(latitude: number, zoom: number): number {
  return (EARTH_CIRCUMFERENCE_METRES * Math.cos((latitude * Math.PI) / 180)) / (TILE * 2 ** zoom);
}

/** The longest bar of 1, 2 or 5 times a power of ten metres that is at most so many pixels long. */
export function scaleBar(perPixel: number, maxPixels: number): { metres: number; pixels: number } {
  const longest = perPixel * maxPixels;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = power * ([5, 2, 1].find((times) => times * power <= longest) ?? 1);
  return { metres, pixels: metres / perPixel };
}

/** A view that was moved by pixels of its picture. */
export function moved(view: View, { x, y }: Pixel): View {
  const middle = project(view.middle, view.zoom);
  return { ...view, middle: unproject({ x: middle.x + x, y: middle.y + y }, view.zoom) };
}

/** A view nearer or further by levels of zoom. */
export function zoomed(view: View, by: number): View {
  return { ...view, zoom: Math.min(Math.max(view.zoom + by, MIN_ZOOM), MAX_ZOOM) };
}

// Thousands of numbers are too many for the arguments of Math.min.
function least(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other), Infinity);
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.max(one, other), -Infinity);
}
