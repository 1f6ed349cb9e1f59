import type { RoomContext } from '@propertea/chassis/graph';
import { Grant } from '../member/grant.entity.js';
import { ViewAs } from '../view-as/view-as.entity.js';
import type { ViewAsAccess } from './access.type.js';

/** A view as another member with that member's grants of now; null where there is none. */
export async function viewAsOf(context: RoomContext, id: string): Promise<ViewAsAccess | null> {
  const em = await context.em();
  const found = await em.findOne(ViewAs, { id });
  if (!found) return null;
  const { organizationId, viewerId, memberId, endsAt } = found;
  // In a stable order, because the assertion made of them is to be byte-identical.
  const grants = await em.find(Grant, { organizationId, memberId }, { orderBy: { id: 'ASC' } });
  return { organizationId, viewerId, memberId, endsAt, grants };
}
