import { readFileSync } from 'node:fs';

/** The gateway's doors, which are passed on. */
const DOORS = /^\/(graphql|auth|uploads|downloads)(?=\/|\?|$)/;
const BUILD = '/_next/';
const UNKNOWN = '/_not-found';

/** The door of the gateway to which an address leads, such as `/graphql`; undefined for one of the portal's own. */
export function doorOf(url) {
  return DOORS.exec(url)?.[0];
}

/**
 * Says for an address by which route it is answered, such as `/[organization]/units/[id]`: what a label and the
 * name of a span may hold. `manifest` is what the build writes about its routes (`routes-manifest.json`);
 * without one, as in development, pages are told apart from nothing.
 */
export function routesOf(manifest) {
  const routes = [...(manifest?.staticRoutes ?? []), ...(manifest?.dynamicRoutes ?? [])].map(
    ({ page, regex }) => ({ page, pattern: new RegExp(regex) }),
  );
  return (url) => {
    const door = doorOf(url);
    if (door) return door;
    if (url.startsWith(BUILD)) return BUILD;
    if (!manifest) return 'page';
    const path = url.replace(/[?#].*$/s, '');
    return routes.find(({ pattern }) => pattern.test(path))?.page ?? UNKNOWN;
  };
}

/** What the build in `folder` (`.next`) wrote about its routes, undefined where there is none. */
export function readManifest(folder) {
  try {
    return JSON.parse(readFileSync(new URL('routes-manifest.json', folder), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
