import { extentOf, organizationOf } from '@propertea/chassis/graph';
import type { Identity, Persona, Role } from '@propertea/kernel';

/** Who may change leases, blocks and what units should cost, within their reach; every role may read. */
export const LEASE_WRITERS: readonly Role[] = [
  'ORGANIZATION_ADMIN',
  'PROPERTY_MANAGER',
  'LEASING_AGENT',
];

const OFFICE: ReadonlySet<Persona> = new Set(['STAFF', 'SYSTEM', 'INTEGRATOR']);

/** Whether somebody stands in an organization; for others only their own leases exist. */
export function hasOffice({ organizationId, persona }: Identity): boolean {
  return organizationId !== null && OFFICE.has(persona);
}

type Within =
  | { organizationId: string }
  | {
      organizationId: string;
      $or: [{ companyId: { $in: string[] } }, { propertyId: { $in: string[] } }];
    };

/**
 * What is within somebody's reach, as a filter over rows that carry their company and property.
 * BAD_USER_INPUT for who stands in no organization.
 */
export function withinReach(identity: Identity): Within {
  const organizationId = organizationOf(identity);
  const extent = extentOf(identity);
  if (extent === 'everything') return { organizationId };
  const { companyIds, propertyIds } = extent;
  return {
    organizationId,
    $or: [{ companyId: { $in: companyIds } }, { propertyId: { $in: propertyIds } }],
  };
}
