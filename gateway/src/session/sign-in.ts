import * as client from 'openid-client';
import { z } from 'zod';
import type { BearerTokens } from '../identity/bearer.js';
import { principalOf } from '../identity/principal.js';
import type { Principal } from '../identity/principal.js';
import type { Cipher } from './cipher.js';
import type { OpenId } from './open-id.js';

/** What is kept of the provider's tokens, at the gateway only. Times are in ms since the epoch. */
export interface Tokens {
  idToken: string;
  refreshToken: string | undefined;
  expiresAt: number;
  /** From when on they are renewed, a little before they expire. */
  renewAt: number;
}

export interface SignedIn {
  principal: Principal;
  tokens: Tokens;
}

const attemptSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Origin of the site at which it was begun, and the path there that it leads back to. */
  site: z.string(),
  returnTo: z.string(),
  expiresAt: z.number(),
});

type Attempt = z.infer<typeof attemptSchema>;

/** How long somebody may take at the provider's pages. */
export const ATTEMPT_SECONDS = 15 * 60;
const SCOPE = 'openid profile email offline_access';
const CONTEXT = 'sign-in attempt';
const DEFAULT_LIFETIME_SECONDS = 300;
const EARLY_SECONDS = 60;

/** A callback that belongs to no attempt of this browser, or a sign-in that the provider refused. */
export class SignInRefused extends Error {
  /** @param returnTo where the attempt would have led to, as far as that is known. */
  constructor(
    message: string,
    readonly returnTo?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What a page may ask of the sign-in that it sends somebody to. */
export interface SignInWishes {
  /** Origin of the site that asks; the provider sends the browser back to it. */
  site: string;
  /** A path of that site. */
  returnTo: string;
  /** `login` asks for the password again; `create` begins with a new account, where the provider can. */
  prompt?: 'login' | 'create' | undefined;
  /** The e-mail address to begin with. */
  loginHint?: string | undefined;
}

/**
 * Sign-in by authorization code with PKCE, state and nonce. The attempt travels in a sealed cookie of
 * the browser that began it: nobody can finish another's, and nothing is stored for those who never do.
 */
export class SignIn {
  constructor(
    private readonly parts: {
      openId: OpenId;
      cipher: Cipher;
      accessTokens: BearerTokens;
    },
  ) {}

  /** Where to send the browser, and what it has to bring back. */
  async begin(wishes: SignInWishes): Promise<{ url: URL; attempt: string }> {
    const { site, returnTo, loginHint } = wishes;
    const configuration = await this.parts.openId.configuration();
    const [state, nonce, verifier] = [
      client.randomState(),
      client.randomNonce(),
      client.randomPKCECodeVerifier(),
    ];
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: callbackOf(site),
      scope: SCOPE,
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...promptOf(wishes, configuration),
      ...(loginHint !== undefined && { login_hint: loginHint }),
    });
    const expiresAt = Date.now() + ATTEMPT_SECONDS * 1_000;
    const attempt = JSON.stringify({ state, nonce, verifier, site, returnTo, expiresAt });
    return { url, attempt: this.parts.cipher.seal(attempt, CONTEXT) };
  }

  /** Exchanges the code. `callback` is the URL that the browser came back to. Throws SignInRefused. */
  async finish(
    callback: URL,
    sealedAttempt: string | undefined,
  ): Promise<SignedIn & { returnTo: string }> {
    const attempt = this.#open(sealedAttempt);
    const isOver = !attempt || attempt.expiresAt < Date.now();
    // Sites on one host share the cookie, but each finishes only what was begun there.
    if (isOver || attempt.site !== callback.origin) {
      const told = 'This sign-in has expired or was begun in another browser.';
      throw new SignInRefused(told, attempt?.returnTo);
    }
    const configuration = await this.parts.openId.configuration();
    try {
      const answer = await client.authorizationCodeGrant(configuration, callback, {
        pkceCodeVerifier: attempt.verifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      });
      return { ...(await this.#signedIn(configuration, answer)), returnTo: attempt.returnTo };
    } catch (cause) {
      throw new SignInRefused('The sign-in was not completed.', attempt.returnTo, { cause });
    }
  }

  #open(sealed: string | undefined): Attempt | undefined {
    const opened = sealed && this.parts.cipher.open(sealed, CONTEXT);
    return opened ? attemptSchema.safeParse(JSON.parse(opened)).data : undefined;
  }

  /**
   * New tokens for old ones; undefined when the provider has ended the sign-in. Throws when it does
   * not answer.
   */
  async refresh(previous: SignedIn): Promise<SignedIn | undefined> {
    const { refreshToken, idToken } = previous.tokens;
    if (!refreshToken) return undefined;
    const configuration = await this.parts.openId.configuration();
    try {
      const answer = await client.refreshTokenGrant(configuration, refreshToken);
      const tokens = tokensOf(answer, { refreshToken, idToken });
      const principal = answer.claims()
        ? (await this.#signedIn(configuration, answer)).principal
        : previous.principal;
      return { principal, tokens };
    } catch (error) {
      if (error instanceof client.ResponseBodyError && error.error === 'invalid_grant') {
        return undefined;
      }
      throw error;
    }
  }

  /** Where the browser signs out of the provider too, or undefined when the provider has no such page. */
  async signOutUrl(idToken: string, returnTo: string): Promise<string | undefined> {
    const configuration = await this.parts.openId.configuration();
    if (!configuration.serverMetadata().end_session_endpoint) return undefined;
    return client.buildEndSessionUrl(configuration, {
      id_token_hint: idToken,
      post_logout_redirect_uri: returnTo,
    }).href;
  }

  async #signedIn(
    configuration: client.Configuration,
    answer: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers,
  ): Promise<SignedIn> {
    const claims = answer.claims();
    if (!claims) throw new SignInRefused('The provider sent no ID token.');
    const principal = principalOf(claims);
    const tokens = tokensOf(answer, { idToken: '', refreshToken: undefined });
    if (principal.email) return { principal, tokens };
    return { principal: await this.#withProfile(configuration, principal, answer), tokens };
  }

  /** Providers may leave e-mail and name out of the ID token: they are in the access token or at userinfo. */
  async #withProfile(
    configuration: client.Configuration,
    principal: Principal,
    { access_token: accessToken }: client.TokenEndpointResponse,
  ): Promise<Principal> {
    const verified = await this.parts.accessTokens.verify(accessToken).catch(() => undefined);
    const fromToken = verified?.principal;
    if (fromToken?.subject === principal.subject && fromToken.email) return fromToken;
    if (!configuration.serverMetadata().userinfo_endpoint) return principal;
    const info = await client
      .fetchUserInfo(configuration, accessToken, principal.subject)
      .catch(() => undefined);
    return info ? principalOf({ ...info, iss: principal.issuer }) : principal;
  }
}

const callbackOf = (site: string): string => `${site}/auth/callback`;

/** Providers answer with an error to a prompt that they do not know; those that know `create` say so. */
function promptOf(
  { prompt }: SignInWishes,
  configuration: client.Configuration,
): { prompt?: string } {
  if (prompt === undefined) return {};
  if (prompt === 'login') return { prompt };
  const known: unknown = configuration.serverMetadata().prompt_values_supported;
  return Array.isArray(known) && known.includes(prompt) ? { prompt } : {};
}

function tokensOf(
  answer: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers,
  fallback: { idToken: string; refreshToken: string | undefined },
): Tokens {
  const lifetime = answer.expiresIn() ?? DEFAULT_LIFETIME_SECONDS;
  const early = Math.min(EARLY_SECONDS, lifetime / 5);
  const now = Date.now();
  return {
    idToken: answer.id_token ?? fallback.idToken,
    refreshToken: answer.refresh_token ?? fallback.refreshToken,
    expiresAt: now + lifetime * 1_000,
    renewAt: now + (lifetime - early) * 1_000,
  };
}
