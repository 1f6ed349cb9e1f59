import { routesOf } from './server-routes.mjs';

const manifest = {
  staticRoutes: [{ page: '/register', regex: '^/register(?:/)?$' }],
  dynamicRoutes: [
    { page: '/invitations/[token]', regex: '^/invitations/([^/]+?)(?:/)?$' },
    { page: '/[organization]', regex: '^/([^/]+?)(?:/)?$' },
    { page: '/[organization]/units/[id]', regex: '^/([^/]+?)/units/([^/]+?)(?:/)?$' },
  ],
};

it.each([
  ['/graphql', '/graphql'],
  ['/graphql?query=x', '/graphql'],
  ['/auth/callback?code=x', '/auth'],
  ['/graphqls', '/[organization]'],
  ['/register?email=ada@example.test', '/register'],
  ['/invitations/secret', '/invitations/[token]'],
  ['/org_1/units/unit_1?tab=history', '/[organization]/units/[id]'],
  ['/_next/static/chunks/a.js', '/_next/'],
  ['/wp-admin/setup.php', '/_not-found'],
])('%s is answered by %s', (url, route) => {
  expect(routesOf(manifest)(url)).toBe(route);
});

it('without a build all pages are one, and doors are doors', () => {
  const routeOf = routesOf(undefined);
  expect(['/register', '/org_1/units', '/auth/login'].map(routeOf)).toEqual([
    'page',
    'page',
    '/auth',
  ]);
});
