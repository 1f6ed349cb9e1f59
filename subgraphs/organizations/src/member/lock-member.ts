import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Member } from './member.entity.js';

/** The member, held until the command ends: of two who change or remove one, the second sees the first's work. */
export function lockMember(
  em: EntityManager,
  organizationId: string,
  id: string,
): Promise<Member | null> {
  return em.findOne(Member, { organizationId, id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
