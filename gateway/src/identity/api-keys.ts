import type { Logger } from '@propertea/chassis/runtime';
import { hasApiKeyForm } from '@propertea/kernel';
import type { Grant } from '@propertea/kernel';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { invalidApiKey, tooManyApiKeys } from './faults.js';
import { grantShape, toGrant } from './grant-shape.js';
import { Remembered } from './remembered.js';
import type { SystemQuery } from './system-query.js';
import { WrongKeys } from './wrong-keys.js';

const CLIENT = `query ApiClientOf($keyHash: String!) {
  apiClientOf(keyHash: $keyHash) {
    organizationId apiClientId apiKeyId scopes grantsVersion endsAt
    grants { role reachKind companyId propertyId }
  }
}`;

const clientShape = z.object({
  apiClientOf: z
    .object({
      organizationId: z.uuid(),
      apiClientId: z.uuid(),
      apiKeyId: z.uuid(),
      scopes: z.array(z.string()),
      grantsVersion: z.number().int(),
      endsAt: z.coerce.date().nullable(),
      grants: z.array(grantShape),
    })
    .nullable(),
});

const USED = `mutation RecordApiKeyUse($input: RecordApiKeyUseInput!) {
  recordApiKeyUse(input: $input) { errors { code } }
}`;

const usedShape = z.object({ recordApiKeyUse: z.object({ errors: z.array(z.unknown()) }) });

/** A use within so long of one that was told of is not told of. */
const TOLD_EVERY_MS = 5 * 60_000;
const MOST_TOLD = 10_000;
/** Wrong keys are remembered apart, so that no number of them drives out a good one. */
const MOST_WRONG = 10_000;
const WRONG_MS = 30_000;
/** Keys that were once good: whatever comes from their address, the room is asked for them. */
const MOST_PROVEN = 10_000;

/** The API client behind a key, with what it may do at present. */
export interface ApiClient {
  organizationId: string;
  apiClientId: string;
  apiKeyId: string;
  scopes: readonly string[];
  grants: readonly Grant[];
  grantsVersion: number;
  /** When the key is over by itself. */
  endsAt: Date | null;
}

/**
 * API keys, as the room `organizations` knows them by their hash: asked once in 30 s for a key, good or
 * wrong, and anew as soon as anything of that room was changed in any gateway. For keys that never were good it
 * is asked a hundred times a minute for each address (wrong-keys.ts).
 */
export class ApiKeys {
  readonly #good = new Remembered((hash) => this.#load(hash));
  readonly #wrong = new LRUCache<string, true>({ max: MOST_WRONG, ttl: WRONG_MS });
  readonly #guesses = new WrongKeys();
  readonly #proven = new LRUCache<string, true>({ max: MOST_PROVEN });
  #generation = 0;
  readonly #told = new LRUCache<string, true>({ max: MOST_TOLD, ttl: TOLD_EVERY_MS });

  constructor(
    private readonly query: SystemQuery,
    private readonly logger: Logger,
  ) {}

  /**
   * @param address where the key comes from.
   * Throws `Fault`: UNAUTHENTICATED for a key that is not good or cannot be looked up because too many
   * wrong ones came from there, UPSTREAM_UNAVAILABLE when nobody can say.
   */
  async clientOf(key: string, address = ''): Promise<ApiClient> {
    if (!hasApiKeyForm(key)) throw invalidApiKey();
    const hash = createHash('sha256').update(key).digest('hex');
    if (this.#wrong.has(hash)) throw invalidApiKey();
    const client = await (this.#proven.has(hash)
      ? this.#good.of(hash)
      : this.#ofUnknown(hash, address));
    if (client.endsAt && client.endsAt.getTime() <= Date.now()) throw invalidApiKey();
    this.#used(client);
    return client;
  }

  async #ofUnknown(hash: string, address: string): Promise<ApiClient> {
    const guess = await this.#guesses.guess(address);
    if (!guess) throw tooManyApiKeys();
    try {
      return await this.#good.of(hash);
    } finally {
      // Whatever came of it, as long as it was not wrong: an outage is nobody's mistake.
      if (!this.#wrong.has(hash)) guess.right();
    }
  }

  /** Forgets all of them. */
  drop(): void {
    this.#generation++;
    this.#good.drop();
    this.#wrong.clear();
  }

  async #load(hash: string): Promise<ApiClient> {
    const generation = this.#generation;
    const { apiClientOf } = await this.query(CLIENT, { keyHash: hash }, clientShape);
    if (apiClientOf) {
      this.#proven.set(hash, true);
      return { ...apiClientOf, grants: apiClientOf.grants.map(toGrant) };
    }
    // What was over may have been made good meanwhile.
    if (generation === this.#generation) this.#wrong.set(hash, true);
    throw invalidApiKey();
  }

  /** Nobody waits for it, and what is lost is told with the next use. */
  #used({ organizationId, apiKeyId }: ApiClient): void {
    if (this.#told.has(apiKeyId)) return;
    this.#told.set(apiKeyId, true);
    this.query(USED, { input: { organizationId, apiKeyId } }, usedShape).catch((error: unknown) => {
      this.#told.delete(apiKeyId);
      this.logger.warn({ err: error }, 'the use of an API key was not remembered');
    });
  }
}
