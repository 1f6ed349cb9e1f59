import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import { personOf } from '@propertea/chassis/graph';
import { DomainError, type Identity, notFoundMessage } from '@propertea/kernel';
import { User } from './user.entity.js';

/** The person who acts, as they are stored; CONFLICT where `version` is no longer theirs. */
export async function findOneself(
  em: EntityManager,
  identity: Identity,
  version?: number,
): Promise<User> {
  const id = personOf(identity);
  const lock = version === undefined ? {} : { lockMode: LockMode.OPTIMISTIC, lockVersion: version };
  const user = await em.findOne(User, { id, erasedAt: null }, lock);
  if (!user) throw new DomainError('NOT_FOUND', notFoundMessage('User'));
  return user;
}
