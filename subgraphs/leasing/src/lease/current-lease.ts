import type { RoomContext } from '@propertea/chassis/graph';
import { standingOfUnit } from '../occupancy/standing.loader.js';
import type { Lease } from './lease.entity.js';
import { leaseById } from './lease.loader.js';

/** The signed lease that holds a unit today. */
export async function currentLeaseOf(context: RoomContext, unitId: string): Promise<Lease | null> {
  const leaseId = (await context.load(standingOfUnit, { unitId, on: null }))?.leaseId;
  return leaseId ? context.load(leaseById, leaseId) : null;
}
