import { loaderById, type RoomContext } from '@propertea/chassis/graph';
import { awaitArrival } from '@propertea/chassis/store';
import { decodeId } from '@propertea/kernel';
import { hasOffice, withinReach } from '../reach.js';
import { RentableUnit } from './rentable-unit.entity.js';

export const rentableUnitById = loaderById<RentableUnit>(async (context, ids) => {
  const { identity } = context;
  if (!hasOffice(identity)) return [];
  const em = await context.em();
  return em.find(RentableUnit, { $and: [{ id: { $in: ids } }, withinReach(identity)] });
});

/**
 * Waits for a unit that was created moments ago and whose fact is still on its way. Called before the
 * command takes its transaction, so that waiting holds no connection that the consumer needs.
 */
export async function unitArrival(context: RoomContext, uuid: string | undefined): Promise<void> {
  if (uuid === undefined || !hasOffice(context.identity)) return;
  await awaitArrival(uuid, async () => {
    const found = await context.load(rentableUnitById, uuid);
    await context.close();
    return found;
  });
}

/** The same for many units by their ids as the edge gives them: facts come in order, so all are waited for at once. */
export async function unitArrivals(
  context: RoomContext,
  edgeIds: readonly string[],
): Promise<void> {
  const uuids = edgeIds.map((id) => decodeId('Unit', id)).filter((id) => id !== undefined);
  const youngest = uuids.toSorted().at(-1);
  if (youngest === undefined || !hasOffice(context.identity)) return;
  await awaitArrival(youngest, async () => {
    const found = await Promise.all(uuids.map((id) => context.load(rentableUnitById, id)));
    await context.close();
    return found.includes(null) ? null : found;
  });
}

/** The same by the id of the unit as the edge gives it. */
export const unitArrivalOf = (context: RoomContext, edgeId: string): Promise<void> =>
  unitArrival(context, decodeId('Unit', edgeId));
