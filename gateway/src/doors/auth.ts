import { Fault } from '@propertea/kernel';
import type { Logger } from '@propertea/chassis/runtime';
import { Router } from 'express';
import type { Request, Response } from 'express';
import type { Origins } from '../guards/origins.js';
import { faultToError, statusOf } from '../guards/public-errors.js';
import { requestIdOf } from '../guards/request-id.js';
import type { Sites } from '../guards/sites.js';
import { unavailable } from '../identity/faults.js';
import type { Cookie } from '../session/cookies.js';
import { localPath } from '../session/local-path.js';
import type { Sessions } from '../session/sessions.js';
import { ATTEMPT_SECONDS, SignInRefused } from '../session/sign-in.js';
import type { SignIn } from '../session/sign-in.js';
import { page, PAGE_CSS } from './page.js';

export interface AuthDoorParts {
  sites: Sites;
  signIn: SignIn;
  sessions: Sessions;
  attempts: Cookie;
  origins: Origins;
  logger: Logger;
}

/**
 * `/auth/*`: sign-in, sign-out and what a page may know about its session. Tokens never pass here. Asked
 * through a portal, sign-in and sign-out begin and end at the portal's own site.
 */
export function authDoor(parts: AuthDoorParts): Router {
  const router = Router();
  const route = (method: 'get' | 'post', path: string, handle: Handler) => {
    router[method](path, async (request, response) => {
      response.setHeader('cache-control', 'no-store');
      try {
        await handle(request, response, parts);
      } catch (error) {
        if (!(error instanceof Fault)) parts.logger.error({ err: error }, 'sign-in failed');
        fail(request, response, error);
      }
    });
  };
  route('get', '/auth/login', logIn);
  route('get', '/auth/callback', callBack);
  route('post', '/auth/logout', logOut);
  route('get', '/auth/session', tellSession);
  // Below /auth, since that is what portals pass on.
  router.get('/auth/page.css', (_request, response) => {
    response.type('css').setHeader('cache-control', 'max-age=3600').send(PAGE_CSS);
  });
  return router;
}

/** The longest e-mail address there is. */
const MAX_HINT = 254;

type Handler = (request: Request, response: Response, parts: AuthDoorParts) => Promise<void>;

/** People who came by a link or a redirect get a page with a way on, programs get JSON. */
function fail(request: Request, response: Response, error: unknown): void {
  const told = faultToError(error, requestIdOf(request));
  response.status(statusOf(error));
  if (request.method !== 'GET' || request.accepts(['json', 'html']) === 'json') {
    response.json({ errors: [told] });
    return;
  }
  response
    .type('html')
    .send(
      page('Not signed in', [
        { text: told.message },
        { text: 'Try again', href: '/auth/login' },
        { text: 'Go to the start', href: '/' },
      ]),
    );
}

/**
 * Sends the browser to the provider. `returnTo` is a path of this site and nothing else; `prompt=login`
 * asks for the password again, `screen=register` begins with a new account, `login_hint` is an e-mail address.
 */
const logIn: Handler = async (request, response, parts) => {
  const { query } = request;
  const site = parts.sites.of(request);
  const returnTo = localPath(query.returnTo ?? '/', site);
  if (returnTo === undefined) {
    throw new Fault('BAD_USER_INPUT', 'returnTo must be a path of this site, such as /graphiql.');
  }
  const hint = query.login_hint;
  const { url, attempt } = await reach(() =>
    parts.signIn.begin({
      site,
      returnTo,
      prompt:
        query.screen === 'register' ? 'create' : query.prompt === 'login' ? 'login' : undefined,
      loginHint: typeof hint === 'string' ? hint.slice(0, MAX_HINT) : undefined,
    }),
  );
  parts.attempts.write(response, attempt, ATTEMPT_SECONDS);
  response.redirect(303, url.href);
};

/** Where the provider sends the browser back to. */
const callBack: Handler = async (request, response, parts) => {
  const callback = new URL(request.originalUrl, parts.sites.of(request));
  const attempt = parts.attempts.read(request);
  parts.attempts.clear(response);
  try {
    const { returnTo, ...signedIn } = await parts.signIn.finish(callback, attempt);
    await parts.sessions.begin(request, response, signedIn);
    response.redirect(303, returnTo);
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    parts.logger.info({ err: error, requestId: requestIdOf(request) }, 'sign-in refused');
    const back = new URLSearchParams({ returnTo: error.returnTo ?? '/' });
    response
      .status(400)
      .type('html')
      .send(
        page('Not signed in', [
          { text: error.message },
          { text: 'Try again', href: `/auth/login?${back.toString()}` },
        ]),
      );
  }
};

/** Ends the session here and names the page that ends it at the provider: as JSON, or by redirect. */
const logOut: Handler = async (request, response, parts) => {
  parts.origins.require(request);
  const session = await parts.sessions.end(request, response);
  const home = `${parts.sites.of(request)}/`;
  const idToken = session?.tokens.idToken;
  // A provider that does not answer must not keep anybody signed in here.
  const atProvider = idToken
    ? await parts.signIn.signOutUrl(idToken, home).catch(() => undefined)
    : undefined;
  const redirectTo = atProvider ?? home;
  if (request.accepts(['html', 'json']) === 'json') response.json({ redirectTo });
  else response.redirect(303, redirectTo);
};

const tellSession: Handler = async (request, response, parts) => {
  const session = await parts.sessions.of(request);
  if (!session) {
    response.json({ signedIn: false, user: null, expiresAt: null });
    return;
  }
  const { email, name } = session.principal;
  const expiresAt = new Date(session.endsAt).toISOString();
  response.json({ signedIn: true, user: { email, name }, expiresAt });
};

async function reach<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unavailable('Sign-in', error);
  }
}
