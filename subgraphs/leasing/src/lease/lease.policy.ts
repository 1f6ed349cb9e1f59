import type { FilterQuery } from '@mikro-orm/core';
import type { Identity } from '@propertea/kernel';
import { sqlCondition } from '../list/conditions.js';
import { hasOffice, withinReach } from '../reach.js';
import { LeaseState } from '../terms.js';
import type { Lease } from './lease.entity.js';

/** Whether somebody asks for themselves, standing in no organization: as a tenant does. */
export function isPerson({ persona, subject }: Identity): boolean {
  return persona === 'PERSON' && subject !== null;
}

/**
 * The leases that somebody may see: those within their reach, or their own in whichever organization (R46).
 * A draft is the office's alone. Undefined for whom none exists.
 */
export function visibleLeases(identity: Identity): FilterQuery<Lease> | undefined {
  if (hasOffice(identity)) return withinReach(identity);
  return isPerson(identity) ? leasesOf(identity) : undefined;
}

function leasesOf({ subject }: Identity): FilterQuery<Lease> {
  const own = sqlCondition<Lease>(
    (alias) =>
      `${alias}.id = any (array(select lease_id from leasing.lease_parties where user_id = ?))`,
    [subject],
  );
  return { $and: [{ state: { $ne: LeaseState.DRAFT } }, own] };
}
