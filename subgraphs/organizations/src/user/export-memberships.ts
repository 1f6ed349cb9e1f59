import { personOf, type RoomContext } from '@propertea/chassis/graph';
import { encodeId } from '@propertea/kernel';
import { ownMemberships } from '../member/own-memberships.js';
import { Person } from './person.entity.js';

/** Everything this room keeps about the caller, as plain data. */
export async function exportMemberships(context: RoomContext): Promise<Record<string, unknown>> {
  const userId = personOf(context.identity);
  const em = await context.em();
  const person = await em.findOne(Person, { userId });
  const { nodes } = await ownMemberships(context, { first: 100, after: null });
  return {
    name: person?.name ?? null,
    email: person?.email ?? null,
    memberships: nodes.map((membership) => ({
      organization: membership.organization.name,
      organizationId: encodeId('Organization', membership.organizationId),
      since: membership.createdAt,
      grants: membership.grants.map(({ role, reachKind }) => ({ role, reach: reachKind })),
    })),
  };
}
