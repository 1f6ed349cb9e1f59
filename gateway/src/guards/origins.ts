import { Fault } from '@propertea/kernel';
import type { RequestHandler } from 'express';
import type { IncomingMessage } from 'node:http';

const ALLOWED_HEADERS =
  'content-type, authorization, x-organization-id, x-view-as, x-request-id, idempotency-key, traceparent';
const EXPOSED_HEADERS = 'x-request-id, idempotency-replayed, retry-after';

/** The web origins that may use the gateway from a browser: its own and the portals. */
export interface Origins {
  readonly all: ReadonlySet<string>;
  /** CORS with credentials for exactly these origins; others get no permission at all. */
  readonly cors: RequestHandler;
  /**
   * Refuses what another site made a browser send along with our cookie: a request that changes
   * something must say an origin of ours. Throws `Fault('FORBIDDEN')`.
   */
  require(request: Pick<IncomingMessage, 'headers'>): void;
}

export function createOrigins(publicUrl: string, corsOrigins: readonly string[]): Origins {
  const all = new Set([publicUrl, ...corsOrigins].map((url) => new URL(url).origin));
  return {
    all,
    cors(request, response, next) {
      response.vary('Origin');
      const { origin } = request.headers;
      const allowed = origin !== undefined && all.has(origin);
      if (allowed) {
        response.setHeader('access-control-allow-origin', origin);
        response.setHeader('access-control-allow-credentials', 'true');
        response.setHeader('access-control-expose-headers', EXPOSED_HEADERS);
      }
      const isPreflight = request.headers['access-control-request-method'] !== undefined;
      if (request.method !== 'OPTIONS' || !isPreflight) return next();
      if (allowed) {
        response.setHeader('access-control-allow-methods', 'GET, POST');
        response.setHeader('access-control-allow-headers', ALLOWED_HEADERS);
        response.setHeader('access-control-max-age', '600');
      }
      response.status(204).end();
    },
    require(request) {
      const { origin } = request.headers;
      if (origin !== undefined && all.has(origin)) return;
      throw new Fault('FORBIDDEN', 'This request must come from a page of this site.');
    },
  };
}
