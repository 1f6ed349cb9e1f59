import type { Clock } from '@propertea/kernel';
import express, { type NextFunction, type Request, type Response } from 'express';
import type { RequestListener } from 'node:http';
import { errors } from 'oidc-provider';
import type { AccountServices } from '../account/services.js';
import { sweep } from '../account/sweep.js';
import { Throttle } from '../account/throttle.js';
import { Mailman } from '../mail/mailbox.js';
import { en } from '../messages.js';
import type { PlatformStore } from '../platform-store.js';
import type { IdentitySettings } from '../settings.js';
import { FormGuard } from './form-guard.js';
import { createIssuer, type IssuerLog } from './issuer.js';
import { createPagesRouter } from './pages-router.js';
import { pageHeaders, type PageFrame } from './pages/frame.js';
import { errorPage, outcomePage } from './pages/outcome-pages.js';
import { bearerJwt, createUserinfo } from './userinfo.js';

const SWEEP_MS = 3_600_000;

export interface EmbeddedIssuer {
  /** Serves everything below the issuer's path. */
  listener: RequestListener;
  services: AccountServices;
  stop(): Promise<void>;
}

/**
 * The OpenID provider inside this room. Every address it makes comes from the issuer setting, never
 * from a request's Host or X-Forwarded headers.
 */
export function createEmbeddedIssuer(
  settings: IdentitySettings,
  store: PlatformStore,
  clock: Clock,
  log: IssuerLog & { warn(fields: object, message: string): void },
): EmbeddedIssuer {
  const issuer = new URL(settings.issuer);
  const base = issuer.pathname;
  const homeUrl = new URL(settings.clients[0]?.redirectUris[0] ?? settings.issuer).origin;
  const from = `ProperTea <no-reply@${issuer.hostname}>`;
  const mailman = new Mailman(store, clock, log, settings.smtpUrl, from);
  const throttle = new Throttle(store, clock);
  const services: AccountServices = { store, clock, throttle, mailman, messages: en, homeUrl };
  const targets = settings.clients
    .flatMap((client) => [...client.redirectUris, ...client.postLogoutRedirectUris])
    .map((uri) => new URL(uri).origin);
  const frame: PageFrame = {
    messages: en,
    base,
    homeUrl,
    formTargets: [...new Set(targets)],
    sendsMail: settings.smtpUrl !== undefined,
  };
  const provider = createIssuer(settings, services, frame, log);
  const guard = new FormGuard(settings.issuer, base, settings.cookieKeys);
  const userinfo = createUserinfo(settings.issuer, settings.jwks, store);
  const handle = provider.callback();

  const app = express();
  app.disable('x-powered-by');
  const inside = express.Router();
  inside.use((request, _response, next) => {
    request.headers['x-forwarded-host'] = issuer.host;
    request.headers['x-forwarded-proto'] = issuer.protocol.slice(0, -1);
    next();
  });
  inside.all('/me', (request, response, next) => {
    const token = bearerJwt(request);
    if (token === undefined || !['GET', 'POST'].includes(request.method)) return next();
    return userinfo(token, response);
  });
  inside.use(createPagesRouter({ provider, services, frame, guard, issuer: settings.issuer }));
  inside.use((request, response) => handle(request, response));
  inside.use(failed);
  app.use(base, inside);

  function failed(error: unknown, _request: Request, response: Response, next: NextFunction): void {
    if (response.headersSent) return next(error);
    const isSpent = error instanceof errors.SessionNotFound;
    const status = isSpent ? 410 : statusOf(error);
    if (status >= 500) log.error({ err: error }, 'a sign-in page failed');
    const kind = status >= 500 ? 'server' : 'invalidRequest';
    const body = isSpent ? outcomePage(frame, 'expired') : errorPage(frame, kind);
    response.status(status).set(pageHeaders(frame)).type('html').send(body);
  }

  const timer = setInterval(() => {
    sweep(store, clock.now()).catch((error: unknown) => {
      log.warn({ err: error }, 'expired sign-in data could not be removed');
    });
  }, SWEEP_MS).unref();
  mailman.wake();

  return {
    listener: app,
    services,
    stop: async () => {
      clearInterval(timer);
      await mailman.stop();
    },
  };
}

/** What the body parser says of a body that is too long or malformed; everything else is ours. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? status : 500;
}
