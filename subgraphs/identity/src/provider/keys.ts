import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, importJWK, type JWK } from 'jose';
import { randomBytes } from 'node:crypto';

/** The audience of every access token: the gateway. */
export const AUDIENCE = 'propertea';
/** At most this long does a revoked session still read anything. Seconds. */
export const ACCESS_TOKEN_SECONDS = 900;

export interface IssuerKeys {
  keys: JWK[];
}

/** A fresh private key set for an issuer (ES256). */
export async function generateIssuerKeys(): Promise<IssuerKeys> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return {
    keys: [{ ...jwk, alg: 'ES256', use: 'sig', kid: randomBytes(9).toString('base64url') }],
  };
}

/** The algorithm that a key signs with, told by its kind where it does not say so itself. */
export function algorithmOf(key: JWK | undefined): string {
  if (key?.alg) return key.alg;
  if (key?.kty === 'EC')
    return key.crv === 'P-384' ? 'ES384' : key.crv === 'P-521' ? 'ES512' : 'ES256';
  return key?.kty === 'OKP' ? 'EdDSA' : 'RS256';
}

const PRIVATE_PARTS = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']);

/** The public half, to verify tokens with. */
export function publicKeySet(jwks: IssuerKeys) {
  const keys = jwks.keys.map((key) =>
    Object.fromEntries(Object.entries(key).filter(([part]) => !PRIVATE_PARTS.has(part))),
  );
  return createLocalJWKSet({ keys });
}

/** What an access token says about a person. */
export interface TokenClaims {
  sub: string;
  email: string;
  email_verified: boolean;
  name: string;
}

/**
 * Signs an access token of the embedded issuer without a sign-in, for scripts on the machine that has
 * its key. Same shape as those of the token endpoint (RFC 9068); lives as long.
 */
export async function signAccessToken(
  issuer: string,
  jwks: IssuerKeys,
  clientId: string,
  claims: TokenClaims,
  now: Date = new Date(),
): Promise<string> {
  const key = jwks.keys[0];
  if (!key) throw new Error('The issuer has no key to sign with.');
  const algorithm = algorithmOf(key);
  const { sub, ...rest } = claims;
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({ ...rest, client_id: clientId })
    .setProtectedHeader({ alg: algorithm, typ: 'at+jwt', ...(key.kid ? { kid: key.kid } : {}) })
    .setIssuer(issuer)
    .setAudience(AUDIENCE)
    .setSubject(sub)
    .setJti(randomBytes(16).toString('base64url'))
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ACCESS_TOKEN_SECONDS)
    .sign(await importJWK(key, algorithm));
}
