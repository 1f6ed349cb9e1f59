import type { RoomContext } from '@propertea/chassis/graph';
import { Grant } from '../member/grant.entity.js';
import { Member } from '../member/member.entity.js';
import { Organization } from '../organization/organization.entity.js';
import type { Access } from './access.type.js';
import { Operator } from './operator.entity.js';

/** Memberships and grants of one person in all organizations; the system persona reads across them. */
export async function accessOf(context: RoomContext, userId: string): Promise<Access> {
  const em = await context.em();
  const members = await em.find(Member, { userId }, { orderBy: { id: 'ASC' } });
  const ids = members.map((member) => member.id);
  const organizationIds = members.map((member) => member.organizationId);
  // In a stable order, because the assertion made of them is to be byte-identical.
  const grants =
    ids.length > 0
      ? await em.find(
          Grant,
          { organizationId: organizationIds, memberId: ids },
          { orderBy: { id: 'ASC' } },
        )
      : [];
  const organizations = ids.length > 0 ? await em.find(Organization, { id: organizationIds }) : [];
  const names = new Map(organizations.map(({ id, name }) => [id, name]));
  const [version] = await em.execute<{ version: number }[]>(
    'select version from organizations.access_versions where user_id = ?',
    [userId],
  );
  return {
    grantsVersion: version?.version ?? 0,
    isOperator: (await em.count(Operator, { id: userId })) > 0,
    memberships: members.map((member) => ({
      organizationId: member.organizationId,
      organizationName: names.get(member.organizationId) ?? '',
      grantsVersion: member.grantsVersion,
      grants: grants.filter((grant) => grant.memberId === member.id),
    })),
  };
}
