import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { JWK } from 'jose';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { interactionPolicy, Provider } from 'oidc-provider';

export const CLIENT = { id: 'gateway', secret: 'a client secret of the tests' };

export interface TestProvider {
  issuer: string;
  /** Whoever comes to the sign-in page next is signed in as this subject. */
  signInAs(subject: string): void;
  /** Ends every grant, as an administrator of the provider would. */
  revokeAll(): void;
  /** How often tokens were handed out for a refresh token. */
  refreshes(): number;
  /** An access token as `npm run token` makes it; claims may be overridden. */
  token(subject: string, claims?: Record<string, unknown>, key?: JWK): Promise<string>;
  stop(): Promise<void>;
}

/** Those of the library, and beginning with a new account. */
function prompts() {
  const known = interactionPolicy.base();
  known.add(new interactionPolicy.Prompt({ name: 'create', requestable: true }), 0);
  return known;
}

/** A real OpenID provider whose sign-in page asks nothing. */
export async function startProvider(options: {
  /** Origins of the sites that people sign in at. */
  sites: readonly string[];
  accessTokenSeconds?: number;
}): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/oidc`;
  const pair = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(pair.privateKey)), use: 'sig', alg: 'RS256', kid: 'test' };
  let subject = 'ada';
  let refreshes = 0;
  let revoked = false;

  const { warn } = console;
  // It says, rightly, that keeping everything in memory is for tests only.
  console.warn = () => {};
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: options.sites.map((site) => `${site}/auth/callback`),
        post_logout_redirect_uris: options.sites.map((site) => `${site}/`),
        grant_types: ['authorization_code', 'refresh_token'],
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['tests only'] },
    conformIdTokenClaims: false,
    claims: { email: ['email', 'email_verified'], profile: ['name'] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = form;
        },
      },
    },
    ttl: {
      AccessToken: options.accessTokenSeconds ?? 3600,
      IdToken: 3600,
      RefreshToken: 3600,
      Interaction: 3600,
      Session: 3600,
      Grant: 3600,
    },
    issueRefreshToken: async () => true,
    rotateRefreshToken: () => {
      refreshes++;
      return true;
    },
    discovery: { prompt_values_supported: ['login', 'create'] },
    interactions: { policy: prompts(), url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) =>
      revoked
        ? undefined
        : {
            accountId: id,
            claims: () => ({
              sub: id,
              email: `${id}@example.com`,
              email_verified: true,
              name: id.toUpperCase(),
            }),
          },
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({
        clientId: CLIENT.id,
        accountId: context.oidc.session?.accountId,
      });
      grant.addOIDCScope('openid profile email offline_access');
      await grant.save();
      return grant;
    },
  });
  console.warn = warn;
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) {
      const result = { login: { accountId: subject }, create: {} };
      void provider.interactionFinished(request, response, result);
      return;
    }
    request.url = request.url?.replace(/^\/oidc/, '') || '/';
    // Mounted below /oidc, as the room `identity` does it.
    (request as { originalUrl?: string }).originalUrl = `/oidc${request.url}`;
    void answer(request, response);
  });

  return {
    issuer,
    signInAs: (name) => void (subject = name),
    revokeAll: () => void (revoked = true),
    refreshes: () => refreshes,
    async token(name, claims = {}, key = jwk) {
      const { aud = 'propertea', iss = issuer, exp, ...others } = claims;
      return new SignJWT({ email: `${name}@example.com`, email_verified: true, ...others })
        .setProtectedHeader({ alg: 'RS256', kid: 'test', typ: 'at+jwt' })
        .setSubject(name)
        .setIssuer(String(iss))
        .setAudience(String(aud))
        .setIssuedAt()
        .setExpirationTime(typeof exp === 'number' ? exp : '10 minutes')
        .sign(await importJWK(key, 'RS256'));
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
