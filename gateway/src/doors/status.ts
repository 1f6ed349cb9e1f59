import { Router } from 'express';
import type { SupergraphFile } from '../supergraph/supergraph-file.js';
import { page, PAGE_CSS } from './page.js';

/** `/health` (the process lives), `/ready` (what it can serve) and the page at `/`. */
export function statusDoor(parts: { supergraph: SupergraphFile; explorer: boolean }): Router {
  const router = Router();
  router.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });
  // A room that is down nulls its fields; only a gateway without a supergraph takes no requests.
  router.get('/ready', async (_request, response) => {
    const rooms = await parts.supergraph.roomStates();
    const { serving } = parts.supergraph;
    const whole = Object.values(rooms).every(({ ready, compatible }) => ready && compatible);
    const status = !serving ? 'unavailable' : whole ? 'ready' : 'degraded';
    response.status(serving ? 200 : 503).json({ status, rooms });
  });
  router.get('/', (_request, response) => {
    const lines = [
      { text: 'One graph over property management. Send operations to POST /graphql.' },
      { text: 'Sign in', href: '/auth/login?returnTo=/' },
      ...(parts.explorer ? [{ text: 'Explore the graph', href: '/graphiql' }] : []),
      { text: 'State of the house', href: '/ready' },
    ];
    response.type('html').send(page('ProperTea', lines));
  });
  router.get('/page.css', (_request, response) => {
    response.type('css').setHeader('cache-control', 'max-age=3600').send(PAGE_CSS);
  });
  return router;
}
