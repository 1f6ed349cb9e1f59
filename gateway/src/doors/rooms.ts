import type { Logger, RoomTransport } from '@propertea/chassis/runtime';
import { API_KEY_HEADER, ASSERTION_HEADER, Fault, readOnlyRefusal } from '@propertea/kernel';
import { parseCookie, stringifyCookie } from 'cookie';
import { Router } from 'express';
import type { Request, RequestHandler } from 'express';
import type { Assert } from '../identity/assert.js';
import type { Origins } from '../guards/origins.js';
import { faultToError, statusOf } from '../guards/public-errors.js';
import { requestIdOf } from '../guards/request-id.js';
import type { Callers } from '../identity/caller.js';

export interface RoomsDoorParts {
  rooms: ReadonlyMap<string, RoomTransport>;
  callers: Callers;
  origins: Origins;
  assert: Assert;
  publicUrl: string;
  /** Names of our own cookies, which no room gets to see. */
  cookies: string[];
  logger: Logger;
}

/** Paths that a room serves itself: the embedded OpenID provider, files in and out. Bodies are streamed. */
export function roomsDoor(parts: RoomsDoorParts): Router {
  const router = Router();
  router.use('/oidc', toIdentity(parts));
  router.use('/uploads', withAssertion(parts, 'properties'));
  router.use('/downloads', withAssertion(parts, 'properties'));
  return router;
}

/** The provider keeps its own cookies and checks its own forms; it needs to know how browsers reach it. */
function toIdentity(parts: RoomsDoorParts): RequestHandler {
  const { host, protocol } = new URL(parts.publicUrl);
  return (request, response, next) => {
    const room = parts.rooms.get('identity');
    if (!room) return next();
    // Guesses at passwords are counted by where they come from, as this door sees it.
    const from = request.ip ?? '';
    clean(request, parts.cookies);
    room.forward(whole(request), response, {
      host,
      'x-forwarded-for': from,
      'x-forwarded-host': host,
      'x-forwarded-proto': protocol.slice(0, -1),
    });
  };
}

function withAssertion(parts: RoomsDoorParts, name: string): RequestHandler {
  return async (request, response, next) => {
    const room = parts.rooms.get(name);
    if (!room) return next();
    try {
      const { identity, credential } = await parts.callers.of(whole(request));
      if (credential === 'none') throw new Fault('UNAUTHENTICATED', 'Sign in to use this.');
      const changes = request.method !== 'GET' && request.method !== 'HEAD';
      if (credential === 'cookie' && changes) parts.origins.require(request);
      if (changes && identity.readOnly) throw readOnlyRefusal();
      clean(request, parts.cookies);
      delete request.headers.authorization;
      delete request.headers[API_KEY_HEADER];
      const assertion = parts.assert(identity, name);
      room.forward(request, response, { [ASSERTION_HEADER]: assertion });
    } catch (error) {
      const requestId = requestIdOf(request);
      if (!(error instanceof Fault))
        parts.logger.error({ err: error, requestId }, 'request failed');
      const status = error instanceof Fault && error.code === 'NOT_FOUND' ? 404 : statusOf(error);
      response.status(status).json({ errors: [faultToError(error, requestId)] });
    }
  };
}

/** Express shortens `url` below a mounted path; rooms and identity know the whole one. */
function whole(request: Request): Request {
  request.url = request.originalUrl;
  return request;
}

/** Takes out what only the gateway may say, and what only the gateway may see. */
function clean(request: Request, cookies: readonly string[]): void {
  for (const name of Object.keys(request.headers)) {
    if (name === ASSERTION_HEADER || name === 'forwarded' || name.startsWith('x-forwarded-')) {
      delete request.headers[name];
    }
  }
  const { cookie } = request.headers;
  if (cookie === undefined) return;
  const others = Object.entries(parseCookie(cookie, { decode: (value) => value })).filter(
    ([name]) => !cookies.includes(name),
  );
  if (others.length === 0) delete request.headers.cookie;
  else {
    request.headers.cookie = stringifyCookie(Object.fromEntries(others), {
      encode: (value) => value,
    });
  }
}
