import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Principal } from './principal.js';
import type { SystemQuery } from './system-query.js';
import { unavailable } from './faults.js';

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

/** Finds the User of a principal, who is created at first sight. Answers are kept ten minutes. */
export class Users {
  readonly #ids = new LRUCache<string, string>({ max: 10_000, ttl: CACHE_MS });
  readonly #linking = new Map<string, Promise<string>>();

  constructor(private readonly query: SystemQuery) {}

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
    const { linkIdentity } = await this.query(LINK, { input: principal }, linkShape);
    if (linkIdentity?.userId) return linkIdentity.userId;
    throw unavailable('Your account', new Error(linkIdentity?.errors[0]?.message));
  }
}
