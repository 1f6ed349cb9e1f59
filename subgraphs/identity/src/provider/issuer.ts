import { createHash } from 'node:crypto';
import {
  errors,
  interactionPolicy,
  Provider,
  type Configuration,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import { findAccount } from '../account/account.js';
import type { AccountServices } from '../account/services.js';
import type { IdentitySettings } from '../settings.js';
import { ACCESS_TOKEN_SECONDS, algorithmOf, AUDIENCE } from './keys.js';
import { ModelAdapter } from './model-adapter.js';
import { errorPage, signedOutPage, signOutPage } from './pages/outcome-pages.js';
import { pageHeaders, type PageFrame } from './pages/frame.js';

/** The resource that every access token is for, whether or not a client names it. */
const RESOURCE = 'urn:propertea:graph';
const DAY = 86_400;

export interface IssuerLog {
  error(fields: object, message: string): void;
}

function policy() {
  const prompts = interactionPolicy.base();
  // Every client is our own: there is nothing to consent to that registering has not agreed to.
  prompts.remove('consent');
  prompts.add(new interactionPolicy.Prompt({ name: 'create', requestable: true }), 0);
  return prompts;
}

/** The OpenID provider over Postgres: code flow with PKCE, rotating refresh tokens, JWT access tokens. */
export function createIssuer(
  settings: IdentitySettings,
  services: AccountServices,
  frame: PageFrame,
  log: IssuerLog,
): Provider {
  const { store, clock } = services;
  const algorithm = algorithmOf(settings.jwks.keys[0]);
  const base = new URL(settings.issuer).pathname;
  const cookie = { httpOnly: true, sameSite: 'lax', signed: true, path: base } as const;
  const configuration = {
    adapter: (kind: string) => new ModelAdapter(kind, store, clock),
    clients: settings.clients.map((client) => ({
      client_id: client.clientId,
      client_secret: client.clientSecret,
      redirect_uris: client.redirectUris,
      post_logout_redirect_uris: client.postLogoutRedirectUris,
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      id_token_signed_response_alg: algorithm,
    })),
    jwks: settings.jwks,
    cookies: {
      keys: settings.cookieKeys,
      names: {
        session: 'propertea_issuer',
        interaction: 'propertea_interaction',
        resume: 'propertea_resume',
      },
      long: cookie,
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    // Also in the id token, so that a client needs no second request.
    conformIdTokenClaims: false,
    enabledJWA: { idTokenSigningAlgValues: [algorithm] },
    clientDefaults: { id_token_signed_response_alg: algorithm },
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    scopes: ['openid', 'offline_access'],
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: 60,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: 14 * DAY,
      Grant: 30 * DAY,
      Session: 14 * DAY,
    },
    discovery: { prompt_values_supported: ['none', 'login', 'create'] },
    interactions: { policy: policy(), url: (_ctx, { uid }) => `${base}/interaction/${uid}` },
    findAccount: async (_ctx, sub) => {
      const account = await store((sql) => findAccount(sql, sub));
      return (
        account && {
          accountId: account.id,
          claims: () => ({
            sub: account.id,
            email: account.email,
            email_verified: true,
            name: account.name,
          }),
        }
      );
    },
    extraTokenClaims: async (_ctx, token) => {
      if (token.kind !== 'AccessToken' || !('accountId' in token)) return undefined;
      const account = await store((sql) => findAccount(sql, token.accountId));
      return account && { email: account.email, email_verified: true, name: account.name };
    },
    loadExistingGrant,
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      userinfo: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx, form) => {
          const accountId = ctx.oidc.session?.accountId;
          const account = accountId ? await store((sql) => findAccount(sql, accountId)) : undefined;
          // A client that shows whose session it ends has asked the person already.
          const hint = ctx.oidc.entities.IdTokenHint?.payload as { sub?: unknown } | undefined;
          show(ctx, signOutPage(frame, form, account?.email, hint?.sub === accountId));
        },
        postLogoutSuccessSource: (ctx) => show(ctx, signedOutPage(frame)),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource) => {
          if (resource !== RESOURCE) throw new errors.InvalidTarget();
          return {
            scope: '',
            audience: AUDIENCE,
            accessTokenTTL: ACCESS_TOKEN_SECONDS,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: algorithm } },
          };
        },
      },
    },
    renderError: (ctx, out) => {
      show(ctx, errorPage(frame, out.error === 'server_error' ? 'server' : 'invalidRequest', out));
    },
  } as Configuration;

  const provider = new Provider(settings.issuer, configuration);
  provider.proxy = true;
  provider.use(async (ctx, next) => {
    await next();
    if (typeof ctx.body === 'string' && ctx.type === 'text/html') {
      ctx.set(pageHeaders(frame, inlineScripts(ctx.body)));
    }
  });
  provider.on('server_error', (_ctx, error) => {
    log.error({ err: error }, 'the OpenID provider failed');
  });
  return provider;

  function show(ctx: KoaContextWithOIDC, body: string): void {
    ctx.type = 'html';
    ctx.body = body;
  }

  async function loadExistingGrant(ctx: KoaContextWithOIDC) {
    const { client, session } = ctx.oidc;
    const accountId = session?.accountId;
    if (!client || !accountId) return undefined;
    const known = session.grantIdFor(client.clientId);
    const existing = known ? await provider.Grant.find(known) : undefined;
    const grant = existing ?? new provider.Grant({ clientId: client.clientId, accountId });
    grant.addOIDCScope('openid email profile offline_access');
    grant.addResourceScope(RESOURCE, '');
    await grant.save();
    return grant;
  }
}

/** Hashes of the library's own script (it submits a form by itself), for the page's policy. */
function inlineScripts(body: string): string[] {
  return [...body.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
}
