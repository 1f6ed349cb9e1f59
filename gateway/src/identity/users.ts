import { Fault } from '@propertea/kernel';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { KeyValue } from '../key-value/key-value.js';
import type { Principal } from './principal.js';
import type { SystemQuery } from './system-query.js';

const LINK = `mutation LinkIdentity($input: LinkIdentityInput!) {
  linkIdentity(input: $input) { userId errors { code message } }
}`;

const linkShape = z.object({
  linkIdentity: z
    .object({
      userId: z.uuid().nullable(),
      errors: z.array(z.object({ code: z.string(), message: z.string() })),
    })
    .nullable(),
});

const CACHE_MS = 10 * 60_000;
const CHANNEL = 'user-changed';

/** Finds the User of a principal, who is created at first sight. Answers are kept ten minutes. */
export class Users {
  readonly #ids = new LRUCache<string, string>({ max: 10_000, ttl: CACHE_MS });
  readonly #linking = new Map<string, Promise<string>>();

  #unsubscribe: (() => Promise<void>) | undefined;

  /** `forgotten` is called whenever the answers of now may differ from those before. */
  constructor(
    private readonly query: SystemQuery,
    private readonly keyValue: KeyValue,
    private readonly forgotten: () => void,
  ) {}

  /** Begins to listen to the other gateway processes. */
  async start(): Promise<void> {
    this.#unsubscribe = await this.keyValue.subscribe(CHANNEL, {
      message: (userId) => {
        this.#forget(userId);
        this.forgotten();
      },
      gap: () => {
        this.#ids.clear();
        this.forgotten();
      },
    });
  }

  async stop(): Promise<void> {
    await this.#unsubscribe?.();
  }

  /** To be awaited after a user changed themselves in `identity`, where they may also have been erased. */
  async changed(userId: string): Promise<void> {
    this.#forget(userId);
    try {
      await this.keyValue.publish(CHANNEL, userId);
    } catch (error) {
      // The notice would have come here too.
      this.forgotten();
      throw error;
    }
  }

  #forget(userId: string): void {
    for (const [key, id] of this.#ids.entries()) if (id === userId) this.#ids.delete(key);
  }

  /** The user's UUID. Throws `Fault` when the room `identity` does not say. */
  async idOf(principal: Principal): Promise<string> {
    const { issuer, subject, email, emailVerified } = principal;
    // E-mail and its verification are part of the key: a verified address may link at last.
    const key = JSON.stringify([issuer, subject, email, emailVerified]);
    const known = this.#ids.get(key) ?? this.#linking.get(key);
    if (known) return known;
    const linking = this.#link(principal).finally(() => this.#linking.delete(key));
    this.#linking.set(key, linking);
    const id = await linking;
    this.#ids.set(key, id);
    return id;
  }

  async #link(principal: Principal): Promise<string> {
    const input = { ...principal, email: principal.email ?? '' };
    const { linkIdentity } = await this.query(LINK, { input }, linkShape);
    if (linkIdentity?.userId) return linkIdentity.userId;
    const [error] = linkIdentity?.errors ?? [];
    throw new Fault('UNAUTHENTICATED', error?.message ?? 'This account cannot be used here.');
  }
}
