import type { EntityManager } from '@mikro-orm/postgresql';
import type { CommandScope } from '@propertea/chassis/store';
import type { Reach, Role } from '@propertea/kernel';
import { memberAdded } from '@propertea/schema/events';
import { Grant } from './grant.entity.js';
import { Member } from './member.entity.js';

/** Makes a person a member with a first grant, with history and fact. */
export async function join(
  { em, audit, emit }: Pick<CommandScope<unknown>, 'audit' | 'emit'> & { em: EntityManager },
  organizationId: string,
  userId: string,
  { role, reach }: { role: Role; reach: Reach },
): Promise<Member> {
  const member = Member.join(organizationId, userId);
  em.persist(member);
  audit(member, 'member.added');
  emit(memberAdded, member, member.fact());
  // The grant refers to the member's row.
  await em.flush();
  const grant = Grant.give(member, role, reach);
  em.persist(grant);
  audit(grant, 'grant.added');
  return member;
}
