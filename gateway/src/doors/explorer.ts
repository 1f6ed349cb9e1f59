import { Router, static as serveFiles } from 'express';
import type { RequestHandler } from 'express';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Callers } from '../identity/caller.js';
import { page } from './page.js';

// The same from src/doors and from dist/doors.
const BUNDLE = fileURLToPath(new URL('../../dist/explorer', import.meta.url));

/**
 * GraphiQL from our own bundle: for everybody in development, otherwise for operators only; to others
 * it does not exist. Its files hold nothing secret and are served to whoever knows their names.
 */
export function explorerDoor(parts: { open: boolean; callers: Callers }): Router {
  const router = Router();
  router.use(
    '/graphiql/assets',
    serveFiles(`${BUNDLE}/assets`, { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  router.get('/graphiql', explorerPage(parts));
  return router;
}

function explorerPage(parts: { open: boolean; callers: Callers }): RequestHandler {
  return async (request, response) => {
    if (!parts.open && !(await parts.callers.isOperator(request).catch(() => false))) {
      response
        .status(404)
        .type('html')
        .send(
          page('Not found', [
            { text: 'There is nothing here for you.' },
            { text: 'Sign in', href: '/auth/login?returnTo=/graphiql' },
          ]),
        );
      return;
    }
    response.setHeader('cache-control', 'no-store');
    if (existsSync(`${BUNDLE}/index.html`)) {
      response.sendFile('index.html', { root: BUNDLE });
      return;
    }
    const lines = [{ text: 'The explorer is not built yet: run "npm run build".' }];
    response.status(503).type('html').send(page('Explorer', lines));
  };
}
