import type { Logger } from '@propertea/chassis/runtime';
import type { Identity } from '@propertea/kernel';
import type { KeyValue } from '../key-value/key-value.js';
import { ApiKeys } from './api-keys.js';
import { Memberships } from './memberships.js';
import type { SystemQuery } from './system-query.js';
import { Users } from './users.js';

/** What the gateway remembers of people and programs, and when it forgets it. */
export interface IdentityCaches {
  users: Users;
  memberships: Memberships;
  apiKeys: ApiKeys;
  start(): Promise<void>;
  stop(): Promise<void>;
  /**
   * Tells of what was forgotten here, and in whose organization that began: who was known may be another
   * one now. Returns how to stop.
   */
  onForgotten(listener: (organizationId?: string) => void): () => void;
  /** Forgets, in every gateway process, what a mutation sent to these rooms may have changed. */
  changed(rooms: ReadonlySet<string>, identity: Identity): Promise<void>;
}

export function createIdentityCaches(parts: {
  identity: SystemQuery;
  organizations: SystemQuery;
  keyValue: KeyValue;
  logger: Logger;
}): IdentityCaches {
  const listeners = new Set<(organizationId?: string) => void>();
  const tell = (organizationId?: string) => {
    for (const listener of listeners) listener(organizationId);
  };
  const users = new Users(parts.identity, parts.keyValue, tell);
  const apiKeys = new ApiKeys(parts.organizations, parts.logger);
  const memberships = new Memberships(parts.organizations, parts.keyValue, (organizationId) => {
    apiKeys.drop();
    tell(organizationId);
  });
  return {
    users,
    memberships,
    apiKeys,
    async start() {
      await Promise.all([users.start(), memberships.start()]);
    },
    async stop() {
      await Promise.all([users.stop(), memberships.stop()]);
    },
    onForgotten(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async changed(rooms, { subject, organizationId }) {
      if (rooms.has('organizations')) {
        apiKeys.drop();
        await memberships.changed(organizationId);
      }
      if (rooms.has('identity') && subject) await users.changed(subject);
    },
  };
}
