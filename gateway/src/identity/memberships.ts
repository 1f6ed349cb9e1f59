import { grantSchema } from '@propertea/kernel';
import type { Grant } from '@propertea/kernel';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { KeyValue } from '../key-value/key-value.js';
import type { SystemQuery } from './system-query.js';

const ACCESS = `query AccessOf($userId: ID!) {
  accessOf(userId: $userId) {
    grantsVersion isOperator
    memberships { organizationId organizationName grants { role reachKind companyId propertyId } }
  }
}`;

const accessShape = z.object({
  accessOf: z
    .object({
      grantsVersion: z.number().int(),
      isOperator: z.boolean(),
      memberships: z.array(
        z.object({
          organizationId: z.uuid(),
          organizationName: z.string(),
          grants: z.array(
            z.object({
              role: z.string(),
              reachKind: z.string(),
              companyId: z.uuid().nullable(),
              propertyId: z.uuid().nullable(),
            }),
          ),
        }),
      ),
    })
    .nullable(),
});

/** What a user may enter. */
export interface Access {
  grantsVersion: number;
  isOperator: boolean;
  memberships: readonly Membership[];
}

export interface Membership {
  organizationId: string;
  organizationName: string;
  grants: readonly Grant[];
}

const NOTHING: Access = { grantsVersion: 0, isOperator: false, memberships: [] };
const CACHE_MS = 30_000;
const CHANNEL = 'access-changed';

/**
 * Who belongs to which organization, as the room `organizations` says; kept up to 30 s and dropped in
 * every gateway process as soon as one of them sent that room a mutation.
 */
export class Memberships {
  readonly #known = new LRUCache<string, Access>({ max: 10_000, ttl: CACHE_MS });
  readonly #loading = new Map<string, Promise<Access>>();
  #generation = 0;
  #unsubscribe: (() => Promise<void>) | undefined;

  constructor(
    private readonly query: SystemQuery,
    private readonly keyValue: KeyValue,
  ) {}

  /** Begins to listen to the other gateway processes. */
  async start(): Promise<void> {
    this.#unsubscribe = await this.keyValue.subscribe(CHANNEL, {
      message: () => this.#drop(),
      gap: () => this.#drop(),
    });
  }

  async stop(): Promise<void> {
    await this.#unsubscribe?.();
  }

  /** Throws `Fault('UPSTREAM_UNAVAILABLE')` when the room `organizations` does not answer. */
  async accessOf(userId: string): Promise<Access> {
    const known = this.#known.get(userId) ?? this.#loading.get(userId);
    if (known) return known;
    const generation = this.#generation;
    const loading = this.#load(userId).finally(() => {
      if (this.#loading.get(userId) === loading) this.#loading.delete(userId);
    });
    this.#loading.set(userId, loading);
    const access = await loading;
    // An answer that was asked for before a change may be older than the change.
    if (generation === this.#generation) this.#known.set(userId, access);
    return access;
  }

  /** To be awaited before the answer of a mutation that `organizations` may have carried out. */
  async changed(): Promise<void> {
    this.#drop();
    await this.keyValue.publish(CHANNEL, '');
  }

  #drop(): void {
    this.#generation++;
    this.#known.clear();
    this.#loading.clear();
  }

  async #load(userId: string): Promise<Access> {
    const { accessOf } = await this.query(ACCESS, { userId }, accessShape);
    if (!accessOf) return NOTHING;
    return {
      ...accessOf,
      memberships: accessOf.memberships.map(({ grants, ...membership }) => ({
        ...membership,
        grants: grants.map(toGrant),
      })),
    };
  }
}

function toGrant(given: {
  role: string;
  reachKind: string;
  companyId: string | null;
  propertyId: string | null;
}): Grant {
  const { role, companyId, propertyId } = given;
  const kind = given.reachKind.toLowerCase();
  return grantSchema.parse({ role, reach: { kind, companyId, propertyId } });
}
