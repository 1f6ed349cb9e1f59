import { errors, jwtVerify } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { invalidToken, unavailable } from './faults.js';
import { principalOf } from './principal.js';
import type { Principal } from './principal.js';

/** What the bearer check needs of the OpenID provider. */
export interface TokenIssuer {
  readonly issuer: string;
  /** The provider's signing keys, fetched when first needed and again for an unknown key id. */
  keys(): Promise<JWTVerifyGetKey>;
}

export interface VerifiedToken {
  principal: Principal;
  /** In ms since the epoch. */
  expiresAt: number;
}

export interface BearerTokens {
  /**
   * Verifies an access token (JWT, RFC 9068): signature, issuer, audience and expiry. Throws
   * `Fault('UNAUTHENTICATED')`, or `UPSTREAM_UNAVAILABLE` when the provider's keys cannot be had.
   */
  verify(token: string): Promise<VerifiedToken>;
}

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'];
const MAX_LENGTH = 8_192;
const CLOCK_TOLERANCE_SECONDS = 5;
/** Scripts send the same token again and again; a verified one is not verified anew for so long. */
const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 5_000;

export function bearerTokens(issuer: TokenIssuer, audience: string): BearerTokens {
  const verified = new LRUCache<string, VerifiedToken>({ max: MOST_REMEMBERED });
  return {
    async verify(token) {
      if (token.length > MAX_LENGTH) throw invalidToken();
      const known = verified.get(token);
      if (known) return known;
      let keys: JWTVerifyGetKey;
      try {
        keys = await issuer.keys();
      } catch (error) {
        throw unavailable('Sign-in', error);
      }
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer: issuer.issuer,
          audience,
          algorithms: ALGORITHMS,
          requiredClaims: ['sub', 'exp'],
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
        });
        const expiresAt = Number(payload.exp) * 1000;
        const found = { principal: principalOf(payload), expiresAt };
        const validMs = expiresAt - Date.now();
        if (validMs > 0) verified.set(token, found, { ttl: Math.min(validMs, REMEMBERED_MS) });
        return found;
      } catch (error) {
        if (error instanceof errors.JWKSTimeout) throw unavailable('Sign-in', error);
        if (error instanceof errors.JOSEError) throw invalidToken(error);
        throw unavailable('Sign-in', error);
      }
    },
  };
}
