import { jwtVerify } from 'jose';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { findAccount } from '../account/account.js';
import type { PlatformStore } from '../platform-store.js';
import { AUDIENCE, publicKeySet, type IssuerKeys } from './keys.js';

/** Whether a request brings a JWT as its bearer token. */
export function bearerJwt(request: IncomingMessage): string | undefined {
  return /^bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/**
 * The userinfo endpoint for our own access tokens. `oidc-provider` serves it only for opaque tokens
 * without an audience; ours are JWTs for the gateway, and every client holds just those.
 */
export function createUserinfo(issuer: string, jwks: IssuerKeys, store: PlatformStore) {
  const keys = publicKeySet(jwks);
  return async (token: string, response: ServerResponse): Promise<void> => {
    const claims = await claimsOf(token);
    response.statusCode = claims ? 200 : 401;
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-type', 'application/json; charset=utf-8');
    if (!claims) response.setHeader('www-authenticate', 'Bearer error="invalid_token"');
    response.end(JSON.stringify(claims ?? { error: 'invalid_token' }));
  };

  async function claimsOf(token: string): Promise<object | undefined> {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: AUDIENCE,
        typ: 'at+jwt',
      });
      const account = await store((sql) => findAccount(sql, payload.sub ?? ''));
      // A token from before a change of the password belongs to whoever knew the old one.
      const changed = Math.floor((account?.passwordChangedAt.getTime() ?? 0) / 1000);
      if (!account || (payload.iat ?? 0) < changed) return undefined;
      return { sub: account.id, email: account.email, email_verified: true, name: account.name };
    } catch (error) {
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_J')) {
        return undefined;
      }
      throw error;
    }
  }
}
