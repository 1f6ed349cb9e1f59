import type { RequestHandler } from 'express';

const ALLOWED_HEADERS =
  'content-type, authorization, x-api-key, x-organization-id, x-request-id, x-cost, idempotency-key, traceparent';
const EXPOSED_HEADERS =
  'x-request-id, ratelimit-limit, ratelimit-remaining, ratelimit-reset, retry-after, idempotency-replayed';

/**
 * CORS for an address that takes tokens and no cookies: a page of any site may call it, because a browser
 * brings nothing along that the page does not have itself.
 */
export const openCors: RequestHandler = (request, response, next) => {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', EXPOSED_HEADERS);
  const isPreflight = request.headers['access-control-request-method'] !== undefined;
  if (request.method !== 'OPTIONS' || !isPreflight) return next();
  response.setHeader('access-control-allow-methods', 'POST');
  response.setHeader('access-control-allow-headers', ALLOWED_HEADERS);
  response.setHeader('access-control-max-age', '600');
  response.status(204).end();
};
