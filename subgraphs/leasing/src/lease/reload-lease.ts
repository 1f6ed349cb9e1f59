import type { Payload, RoomContext } from '@propertea/chassis/graph';
import type { Lease } from './lease.entity.js';
import { leaseById } from './lease.loader.js';

export type LeasePayload = Promise<Payload<{ lease: Lease | null }>>;

/** Reads the lease again for the payload, in the transaction after the command's. */
export const reloadLease =
  (context: RoomContext) =>
  async ({ id }: Pick<Lease, 'id'>) => ({ lease: await context.load(leaseById, id) });
