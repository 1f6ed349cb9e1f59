import type { Router } from 'express';
import type { PageDesk } from '../page-desk.js';
import { ASSETS } from '../pages/frame.js';
import { errorPage } from '../pages/outcome-pages.js';

/** Style and script of the pages; a changed file has another name. */
export function assetRoutes(router: Router, desk: PageDesk): void {
  router.get('/assets/:name', (request, response) => {
    const asset = ASSETS.get(request.params.name);
    if (!asset) return desk.send(response, errorPage(desk.frame, 'notFound'), 404);
    response
      .set({
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      })
      .type(asset.type)
      .send(asset.body);
  });
}
