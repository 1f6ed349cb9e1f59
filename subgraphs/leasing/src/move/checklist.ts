import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { Lease } from '../lease/lease.entity.js';
import { MoveKind } from '../terms.js';
import { line } from '../text.js';
import { MoveChecklist } from './move-checklist.entity.js';

export const MAX_ITEMS = 50;

/** What a person says of a check list. */
export const checklistItems = z
  .array(z.object({ label: line(200), isDone: z.boolean(), note: line(500).nullish() }))
  .max(MAX_ITEMS)
  .nullish();

/** What is to be looked after where nobody says so. */
const USUAL: Readonly<Record<MoveKind, readonly string[]>> = {
  [MoveKind.MOVE_IN]: ['Condition recorded', 'Meters read', 'Keys handed over', 'Deposit received'],
  [MoveKind.MOVE_OUT]: ['Condition recorded', 'Meters read', 'Keys returned', 'New address noted'],
};

/** Keeps the check list of a move: what is said, or as it was, or the usual one. */
export async function keepChecklist(
  em: EntityManager,
  { id: leaseId, organizationId }: Lease,
  kind: MoveKind,
  given: z.output<typeof checklistItems>,
  now: Date,
): Promise<void> {
  const known = await em.findOne(MoveChecklist, { organizationId, leaseId, kind });
  const list = known ?? Object.assign(new MoveChecklist(), { organizationId, leaseId, kind });
  if (given) list.items = given.map(({ note = null, ...item }) => ({ ...item, note }));
  else if (!known) {
    list.items = USUAL[kind].map((label) => ({ label, isDone: false, note: null }));
  }
  const isComplete = list.items.every(({ isDone }) => isDone);
  list.completedAt = isComplete ? (list.completedAt ?? now) : null;
  em.persist(list);
}
