import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { principalSchema } from '../identity/principal.js';
import type { KeyValue } from '../key-value/key-value.js';
import type { Cipher } from './cipher.js';
import type { Cookie } from './cookies.js';
import type { SignedIn } from './sign-in.js';

const sessionSchema = z.object({
  principal: principalSchema,
  tokens: z.object({
    idToken: z.string(),
    refreshToken: z.string().optional(),
    expiresAt: z.number(),
    renewAt: z.number(),
  }),
  createdAt: z.number(),
});
type Stored = z.infer<typeof sessionSchema>;

export interface Session extends SignedIn {
  /** Of the stored session; nobody can make the cookie of it, and it stays between gateways. */
  key: string;
  /** When it ends even if it is used: ms since the epoch. */
  endsAt: number;
}

export interface SessionLimits {
  /** Ends a session that nobody used for so long. */
  idleSeconds: number;
  /** Ends every session so long after sign-in. */
  absoluteSeconds: number;
}

/** Renews tokens; see refresh.ts. */
export type Refresh = (session: Session) => Promise<Session | undefined>;

/** Where gateways tell each other the keys of sessions that have ended. */
export const SESSION_ENDED = 'session-ended';

const TOUCH_EVERY_MS = 60_000;
const TOKEN = /^[\w-]{43}$/;

/** Sessions of browsers: a random cookie here, everything else sealed in the key-value port. */
export class Sessions {
  readonly #touched = new LRUCache<string, true>({ max: 20_000, ttl: TOUCH_EVERY_MS });

  constructor(
    private readonly parts: {
      keyValue: KeyValue;
      cipher: Cipher;
      cookie: Cookie;
      limits: SessionLimits;
      refresh(session: Session): Promise<Session | undefined>;
    },
  ) {}

  get cookie(): Cookie {
    return this.parts.cookie;
  }

  /** The request's session with valid tokens, or undefined. Throws `Fault` when it cannot be told. */
  async of(request: Pick<IncomingMessage, 'headers'>): Promise<Session | undefined> {
    const token = this.#tokenOf(request);
    const session = token && (await this.load(keyOf(token)));
    if (!session) return undefined;
    const current = await this.parts.refresh(session);
    if (current) await this.#touch(current);
    return current;
  }

  /**
   * Whether a session is still good, and until when at the least, in ms since the epoch; undefined when
   * it has ended. Looking is no use of it, though its tokens are renewed where they have to be.
   */
  async goodUntil(key: string): Promise<{ session: Session; goodUntil: number } | undefined> {
    const stored = await this.load(key);
    const session = stored && (await this.parts.refresh(stored));
    const left = session && (await this.parts.keyValue.ttl(key));
    if (!session || left === undefined) return undefined;
    const { refreshToken, renewAt, expiresAt } = session.tokens;
    const tokens = refreshToken ? renewAt : expiresAt;
    return { session, goodUntil: Math.min(session.endsAt, Date.now() + left * 1_000, tokens) };
  }

  /** Begins a session under a new token; the one the browser came with ends. */
  async begin(
    request: IncomingMessage,
    response: ServerResponse,
    signedIn: SignedIn,
  ): Promise<void> {
    const token = randomBytes(32).toString('base64url');
    const { absoluteSeconds } = this.parts.limits;
    const endsAt = Date.now() + absoluteSeconds * 1_000;
    await this.save({ ...signedIn, key: keyOf(token), endsAt });
    const previous = this.#tokenOf(request);
    if (previous) await this.remove(keyOf(previous));
    this.parts.cookie.write(response, token, absoluteSeconds);
  }

  /** Ends the request's session and returns what it was. */
  async end(request: IncomingMessage, response: ServerResponse): Promise<Session | undefined> {
    const token = this.#tokenOf(request);
    const session = token && (await this.load(keyOf(token)));
    if (token) await this.remove(keyOf(token));
    this.parts.cookie.clear(response);
    return session || undefined;
  }

  /** The session as stored, without looking at its tokens. */
  async load(key: string): Promise<Session | undefined> {
    const sealed = await this.parts.keyValue.get(key);
    const text = sealed && this.parts.cipher.open(sealed, key);
    if (!text) return undefined;
    const stored = sessionSchema.safeParse(JSON.parse(text));
    if (!stored.success) return undefined;
    const { principal, tokens, createdAt } = stored.data;
    const endsAt = createdAt + this.parts.limits.absoluteSeconds * 1_000;
    if (endsAt <= Date.now()) return undefined;
    const { refreshToken } = tokens;
    return { key, principal, tokens: { ...tokens, refreshToken }, endsAt };
  }

  async save(session: Session): Promise<void> {
    await this.parts.keyValue.set(session.key, this.#seal(session), this.#ttlOf(session));
    this.#touched.set(session.key, true);
  }

  /** Changes a session that has not ended meanwhile, which is no use of it; returns whether it was there. */
  async change(session: Session): Promise<boolean> {
    const left = await this.parts.keyValue.ttl(session.key);
    if (left === undefined) return false;
    await this.parts.keyValue.set(session.key, this.#seal(session), left);
    return true;
  }

  /** Ends a session, and with it what is open in its name in any gateway. */
  async remove(key: string): Promise<void> {
    this.#touched.delete(key);
    await this.parts.keyValue.delete(key);
    // It has ended whether or not the others hear of it now: they look again by themselves.
    await this.parts.keyValue.publish(SESSION_ENDED, key).catch(() => undefined);
  }

  #seal({ key, principal, tokens, endsAt }: Session): string {
    const createdAt = endsAt - this.parts.limits.absoluteSeconds * 1_000;
    const stored: Stored = { principal, tokens, createdAt };
    return this.parts.cipher.seal(JSON.stringify(stored), key);
  }

  /** Use keeps a session alive; once a minute is often enough to write that down. */
  async #touch(session: Session): Promise<void> {
    if (this.#touched.has(session.key)) return;
    this.#touched.set(session.key, true);
    await this.parts.keyValue.touch(session.key, this.#ttlOf(session));
  }

  #ttlOf({ endsAt }: Session): number {
    return Math.min(this.parts.limits.idleSeconds, (endsAt - Date.now()) / 1_000);
  }

  #tokenOf(request: Pick<IncomingMessage, 'headers'>): string | undefined {
    const token = this.parts.cookie.read(request);
    return token && TOKEN.test(token) ? token : undefined;
  }
}

/** Who reads the store must not be able to use what they find as a cookie. */
function keyOf(token: string): string {
  return `session:${createHash('sha256').update(token).digest('base64url')}`;
}
