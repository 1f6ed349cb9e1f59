import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import {
  type Clock,
  Fault,
  grantSchema,
  type Identity,
  PERSONAS,
  systemClock,
} from '@propertea/kernel';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';

const ISSUER = 'propertea-gateway';
const LIFETIME_SECONDS = 60;
const SAME_FOR_SECONDS = 30;
const CLOCK_SKEW_SECONDS = 5;
const HEADER = base64url(JSON.stringify({ alg: 'EdDSA', typ: 'JWT' }));

/** An Ed25519 key as JSON Web Key (RFC 8037). */
export type Jwk = Record<string, unknown>;

const claimsSchema = z.object({
  iss: z.literal(ISSUER),
  aud: z.string(),
  iat: z.number(),
  exp: z.number(),
  sub: z.uuid().nullable(),
  persona: z.enum(PERSONAS),
  org: z.uuid().nullable(),
  grants: z.array(grantSchema),
  gv: z.number().int(),
  scope: z.string(),
  ro: z.boolean().optional(),
  as: z.object({ id: z.uuid(), member: z.uuid() }).optional(),
});

/** Makes the header value by which a room knows who asks. */
export interface AssertionSigner {
  /** Byte-identical for 30 s per identity and room, so that it may be part of cache keys. */
  sign(identity: Identity, room: string): string;
}

/** A fresh key pair for assertions. */
export function generateAssertionKeys(): { privateKey: Jwk; publicKey: Jwk } {
  const pair = generateKeyPairSync('ed25519');
  return {
    privateKey: pair.privateKey.export({ format: 'jwk' }),
    publicKey: pair.publicKey.export({ format: 'jwk' }),
  };
}

export function createAssertionSigner(
  privateKey: Jwk,
  clock: Clock = systemClock,
): AssertionSigner {
  const key = createPrivateKey({ key: privateKey, format: 'jwk' });
  const made = new LRUCache<string, string>({ max: 10_000 });
  let madeAt = 0;
  return {
    sign(identity, room) {
      const { viewAs } = identity;
      const seconds = Math.floor(clock.now().getTime() / 1000);
      const iat = seconds - (seconds % SAME_FOR_SECONDS);
      // None of those before is asked for again.
      if (iat !== madeAt) made.clear();
      madeAt = iat;
      const claims = base64url(
        JSON.stringify({
          iss: ISSUER,
          aud: room,
          iat,
          exp: iat + SAME_FOR_SECONDS + LIFETIME_SECONDS,
          sub: identity.subject,
          persona: identity.persona,
          org: identity.organizationId,
          grants: identity.grants,
          gv: identity.grantsVersion,
          scope: identity.scopes.join(' '),
          ...(identity.readOnly && { ro: true }),
          ...(viewAs && { as: { id: viewAs.id, member: viewAs.memberId } }),
        }),
      );
      let token = made.get(claims);
      if (!token) {
        token = signToken(claims, key);
        made.set(claims, token);
      }
      return token;
    },
  };
}

/**
 * The room's side: returns who asks, or throws UNAUTHENTICATED for none, a stale, a forged one and
 * for one that was made for another room.
 */
export function createAssertionVerifier(
  publicKey: Jwk,
  room: string,
  clock: Clock = systemClock,
): (token: string | undefined) => Identity {
  const key = createPublicKey({ key: publicKey, format: 'jwk' });
  const seen = new LRUCache<string, { identity: Identity; expires: number }>({ max: 5_000 });
  return (token) => {
    const now = clock.now().getTime() / 1000;
    const known = token === undefined ? undefined : seen.get(token);
    if (known && known.expires > now) return known.identity;
    const claims = token === undefined ? undefined : readToken(token, key);
    const valid =
      claims && claims.aud === room && claims.exp > now && claims.iat <= now + CLOCK_SKEW_SECONDS;
    if (!valid || token === undefined) {
      throw new Fault('UNAUTHENTICATED', 'This room answers only requests of the gateway.');
    }
    const identity: Identity = {
      subject: claims.sub,
      persona: claims.persona,
      organizationId: claims.org,
      grants: claims.grants,
      grantsVersion: claims.gv,
      scopes: claims.scope.split(' ').filter(Boolean),
      // Who sees with another's eyes writes nothing, whatever else is claimed.
      ...((claims.ro || claims.as) && { readOnly: true }),
      ...(claims.as && { viewAs: { id: claims.as.id, memberId: claims.as.member } }),
    };
    seen.set(token, { identity, expires: claims.exp });
    return identity;
  };
}

/** When an assertion that was verified expires, in ms since the epoch. */
export function expiryOf(token: string): number {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return claimsSchema.parse(claims).exp * 1000;
}

function signToken(claims: string, key: KeyObject): string {
  const signature = sign(null, Buffer.from(`${HEADER}.${claims}`), key).toString('base64url');
  return `${HEADER}.${claims}.${signature}`;
}

function readToken(token: string, key: KeyObject): z.infer<typeof claimsSchema> | undefined {
  const [header, claims, signature, ...rest] = token.split('.');
  if (header !== HEADER || !claims || !signature || rest.length > 0) return undefined;
  const authentic = verify(
    null,
    Buffer.from(`${header}.${claims}`),
    key,
    Buffer.from(signature, 'base64url'),
  );
  if (!authentic) return undefined;
  return claimsSchema.safeParse(JSON.parse(Buffer.from(claims, 'base64url').toString())).data;
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
