import { defineLoader, loaderById } from '@propertea/chassis/graph';
import { Grant } from './grant.entity.js';
import { Member } from './member.entity.js';

export const memberById = loaderById<Member>(async (context, ids) => {
  const { organizationId } = context.identity;
  if (!organizationId) return [];
  return (await context.em()).find(Member, { organizationId, id: ids });
});

export const grantsOfMember = defineLoader<string, Grant[]>(async (context, memberIds) => {
  const em = await context.em();
  const rows = await em.find(
    Grant,
    { organizationId: context.organizationId, memberId: [...memberIds] },
    { orderBy: { id: 'ASC' } },
  );
  return memberIds.map((memberId) => rows.filter((grant) => grant.memberId === memberId));
});
