import { defineLoader } from '@propertea/chassis/graph';
import { hasOffice } from '../reach.js';
import { MoveKind } from '../terms.js';
import { MoveChecklist } from './move-checklist.entity.js';

/** The check lists of moves of leases that the caller sees already; tenants see none. */
export const checklistsOfLease = defineLoader<string, MoveChecklist[]>(
  async (context, leaseIds) => {
    if (!hasOffice(context.identity)) return leaseIds.map(() => []);
    const em = await context.em();
    const lists = await em.find(MoveChecklist, { leaseId: { $in: [...leaseIds] } });
    return leaseIds.map((id) => lists.filter(({ leaseId }) => leaseId === id));
  },
);

export const isOf =
  (kind: MoveKind) =>
  (list: MoveChecklist): boolean =>
    list.kind === kind;
