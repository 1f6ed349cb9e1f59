import type { EntityManager } from '@mikro-orm/postgresql';
import { DomainError, type Grant, grantsWithin } from '@propertea/kernel';
import { Grant as GrantRow, reachOf } from '../member/grant.entity.js';
import { Member } from '../member/member.entity.js';
import type { ApiClient } from './api-client.entity.js';

/** The grants of the client's creator of now; undefined where they are no member any more. */
export async function creatorGrants(
  em: EntityManager,
  { organizationId, createdBy }: Pick<ApiClient, 'organizationId' | 'createdBy'>,
): Promise<Grant[] | undefined> {
  const member = await em.findOne(Member, { organizationId, userId: createdBy });
  if (!member) return undefined;
  // In a stable order, because the assertion made of them is to be byte-identical.
  const rows = await em.find(
    GrantRow,
    { organizationId, memberId: member.id },
    { orderBy: { id: 'ASC' } },
  );
  return rows.map((row) => ({ role: row.role, reach: reachOf(row) }));
}

/** The same for who has to be a member still: throws CREATOR_LEFT. */
export async function requireCreator(em: EntityManager, client: ApiClient): Promise<Grant[]> {
  const grants = await creatorGrants(em, client);
  if (grants) return grants;
  throw new DomainError(
    'CREATOR_LEFT',
    'Who created this API client is no longer a member. Create another one and revoke this one.',
    { path: ['input', 'apiClientId'] },
  );
}

/** Throws BEYOND_CREATOR for each grant, by its place in the input, that goes further than the creator's. */
export function demandWithin(grants: readonly Grant[], creators: readonly Grant[]): void {
  const beyond = grants.flatMap((grant, at) => {
    const [kept] = grantsWithin([grant], creators);
    return kept?.reach.kind === grant.reach.kind ? [] : [at];
  });
  if (beyond.length === 0) return;
  throw DomainError.all(
    beyond.map((at) => ({
      code: 'BEYOND_CREATOR',
      message: 'Who creates an API client can give it no more rights than they have.',
      path: ['input', 'grants', at],
    })),
  );
}
