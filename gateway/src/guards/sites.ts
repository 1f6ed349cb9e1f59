import type { IncomingMessage } from 'node:http';

/** The web sites under which browsers reach this gateway: its own, and those of the portals before it. */
export interface Sites {
  /**
   * The origin that the browser sees, without a slash at its end: the one that a portal says by
   * `x-forwarded-proto` and `x-forwarded-host`, where it is one of ours; otherwise the gateway's own.
   */
  of(request: Pick<IncomingMessage, 'headers'>): string;
}

export function createSites(publicUrl: string, portals: readonly string[]): Sites {
  const known = new Set([publicUrl, ...portals].map((url) => new URL(url).origin));
  return {
    of({ headers }) {
      const told = `${String(headers['x-forwarded-proto'])}://${String(headers['x-forwarded-host'])}`;
      // Whatever anybody writes there, it can only choose among our own sites.
      const origin = URL.canParse(told) ? new URL(told).origin : '';
      return known.has(origin) ? origin : publicUrl;
    },
  };
}
