import type { RequestListener } from 'node:http';
import type { Clock } from '@propertea/kernel';
import express, { type NextFunction, type Request, type Response } from 'express';
import { errors } from 'oidc-provider';
import type { AccountServices } from '../account/services.js';
import { Throttle } from '../account/throttle.js';
import { Mailman } from '../mail/mailbox.js';
import { en } from '../messages.js';
import type { PlatformStore } from '../platform-store.js';
import type { IdentitySettings } from '../settings.js';
import { FormGuard } from './form-guard.js';
import { createIssuer, type IssuerLog } from './issuer.js';
import { PageDesk } from './page-desk.js';
import type { PageFrame } from './pages/frame.js';
import { errorPage, outcomePage } from './pages/outcome-pages.js';
import { assetRoutes } from './routes/asset-routes.js';
import { passwordRoutes } from './routes/password-routes.js';
import { registrationRoutes } from './routes/registration-routes.js';
import { signInRoutes } from './routes/sign-in-routes.js';
import { bearerJwt, createUserinfo } from './userinfo.js';

export interface EmbeddedIssuer {
  /** Serves everything below the issuer's path. */
  listener: RequestListener;
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
  const frame = frameOf(settings);
  const from = `ProperTea <no-reply@${issuer.hostname}>`;
  const mailman = new Mailman(store, clock, log, settings.smtpUrl, from);
  const throttle = new Throttle(store, clock);
  const { homeUrl } = frame;
  const services: AccountServices = { store, clock, throttle, mailman, messages: en, homeUrl };
  const provider = createIssuer(settings, services, frame, log);
  const guard = new FormGuard(settings.issuer, frame.base, settings.cookieKeys);
  const desk = new PageDesk(provider, services, frame, guard, settings.issuer);
  const userinfo = createUserinfo(settings.issuer, settings.jwks, store);
  const handle = provider.callback();

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
  for (const add of [assetRoutes, signInRoutes, registrationRoutes, passwordRoutes]) {
    add(inside, desk);
  }
  inside.use((request, response) => handle(request, response));
  inside.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    if (error instanceof errors.SessionNotFound) {
      return desk.send(response, outcomePage(frame, 'expired'), 410);
    }
    const status = statusOf(error);
    if (status < 500) return desk.send(response, errorPage(frame, 'invalidRequest'), status);
    log.error({ err: error }, 'a sign-in page failed');
    return desk.send(response, errorPage(frame, 'server'), 500);
  });
  const app = express();
  app.disable('x-powered-by');
  app.use(frame.base, inside);
  mailman.wake();
  return { listener: app, stop: () => mailman.stop() };
}

function frameOf({ issuer, clients, smtpUrl }: IdentitySettings): PageFrame {
  const targets = clients
    .flatMap((client) => [...client.redirectUris, ...client.postLogoutRedirectUris])
    .map((uri) => new URL(uri).origin);
  return {
    messages: en,
    base: new URL(issuer).pathname,
    homeUrl: targets[0] ?? new URL(issuer).origin,
    formTargets: [...new Set(targets)],
    sendsMail: smtpUrl !== undefined,
  };
}

/** What the body parser says of a body that is too long or malformed; everything else is ours. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? status : 500;
}
