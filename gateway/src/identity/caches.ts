import type { Identity } from '@propertea/kernel';
import type { KeyValue } from '../key-value/key-value.js';
import { Memberships } from './memberships.js';
import type { SystemQuery } from './system-query.js';
import { Users } from './users.js';

/** What the gateway remembers of people, and when it forgets it. */
export interface IdentityCaches {
  users: Users;
  memberships: Memberships;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Forgets, in every gateway process, what a mutation sent to these rooms may have changed. */
  changed(rooms: ReadonlySet<string>, identity: Identity): Promise<void>;
}

export function createIdentityCaches(parts: {
  identity: SystemQuery;
  organizations: SystemQuery;
  keyValue: KeyValue;
}): IdentityCaches {
  const users = new Users(parts.identity, parts.keyValue);
  const memberships = new Memberships(parts.organizations, parts.keyValue);
  return {
    users,
    memberships,
    async start() {
      await Promise.all([users.start(), memberships.start()]);
    },
    async stop() {
      await Promise.all([users.stop(), memberships.stop()]);
    },
    async changed(rooms, { subject }) {
      if (rooms.has('organizations')) await memberships.changed();
      if (rooms.has('identity') && subject) await users.changed(subject);
    },
  };
}
