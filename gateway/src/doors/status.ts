import { Router } from 'express';
import type { Sessions } from '../session/sessions.js';
import type { SupergraphFile } from '../supergraph/supergraph-file.js';
import type { Traffic } from '../traffic/traffic.js';
import { page } from './page.js';

/** `/health` (the process lives), `/ready` (what it can serve) and the page at `/`. */
export function statusDoor(parts: {
  supergraph: SupergraphFile;
  traffic: Traffic;
  stopping: AbortSignal;
  sessions: Sessions;
  explorer: boolean;
  /** Origins of the portals. */
  portals: readonly string[];
}): Router {
  const router = Router();
  router.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });
  // A room that is down nulls its fields; only a gateway without a supergraph takes no requests.
  router.get('/ready', async (_request, response) => {
    response.setHeader('cache-control', 'no-store');
    // Whoever balances the load asks elsewhere from now on.
    if (parts.stopping.aborted) return void response.status(503).json({ status: 'stopping' });
    const rooms = await parts.supergraph.roomStates();
    const traffic = parts.traffic.states();
    const { serving } = parts.supergraph;
    const whole = Object.values(rooms).every(({ ready, compatible }) => ready && compatible);
    const status = !serving ? 'unavailable' : whole ? 'ready' : 'degraded';
    response.status(serving ? 200 : 503).json({ status, rooms, traffic });
  });
  router.get('/', async (visit, response) => {
    // The page is there also while nobody can say who comes.
    const session = await parts.sessions.of(visit).catch(() => undefined);
    const who = session?.principal.email ?? session?.principal.subject;
    const lines = [
      { text: 'One graph over property management. Send operations to POST /graphql.' },
      ...parts.portals.map((origin) => ({ text: `Portal at ${origin}`, href: `${origin}/` })),
      ...(who
        ? [{ text: `Signed in as ${who}.` }, { text: 'Sign out', action: '/auth/logout' }]
        : [{ text: 'Sign in', href: '/auth/login?returnTo=/' }]),
      ...(parts.explorer ? [{ text: 'Explore the graph', href: '/graphiql' }] : []),
      { text: 'State of the house', href: '/ready' },
    ];
    response.type('html').setHeader('cache-control', 'no-store');
    response.send(page('ProperTea', lines));
  });
  // Browsers ask for it unasked.
  router.get('/favicon.ico', (_request, response) => {
    response.status(204).end();
  });
  return router;
}
