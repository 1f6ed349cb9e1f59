import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { DomainError } from '@propertea/kernel';
import { Organization } from '../organization/organization.entity.js';
import { Grant } from './grant.entity.js';

/**
 * Throws LAST_ADMINISTRATOR unless somebody remains who administers the whole organization once
 * these grants are gone. Locks the organization, so that two who remove each other cannot both win.
 */
export async function keepAnAdministrator(
  em: EntityManager,
  organizationId: string,
  leaving: readonly Grant[],
): Promise<void> {
  const administers = (grant: Grant) =>
    grant.role === 'ORGANIZATION_ADMIN' && grant.reachKind === 'organization';
  if (!leaving.some(administers)) return;
  await em.findOneOrFail(
    Organization,
    { id: organizationId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const remaining = await em.count(Grant, {
    organizationId,
    role: 'ORGANIZATION_ADMIN',
    reachKind: 'organization',
    id: { $nin: leaving.map((grant) => grant.id) },
  });
  if (remaining > 0) return;
  throw new DomainError(
    'LAST_ADMINISTRATOR',
    'The organization needs an administrator. Make somebody else one first.',
    { path: ['input'] },
  );
}
