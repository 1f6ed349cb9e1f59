import type { FilterQuery } from '@mikro-orm/core';
import type { Identity } from '@propertea/kernel';
import { hasOffice, withinReach } from '../reach.js';
import type { Lease } from './lease.entity.js';

/** The leases within somebody's reach; undefined for whom none exists. */
export function visibleLeases(identity: Identity): FilterQuery<Lease> | undefined {
  return hasOffice(identity) ? withinReach(identity) : undefined;
}
