import { extentOf, reaches } from '@propertea/chassis/graph';
import type { FilterQuery } from '@mikro-orm/core';
import { type Identity, type Role } from '@propertea/kernel';
import type { Company } from './company.entity.js';

/** Who may change companies. Creating one takes the reach of the organization. */
export const COMPANY_EDITORS: readonly Role[] = ['ORGANIZATION_ADMIN'];

/** Companies within somebody's reach; a grant on one property shows the company that owns it. */
export function visibleCompanies(identity: Identity): FilterQuery<Company> {
  const extent = extentOf(identity);
  const { organizationId } = identity;
  if (extent === 'everything') return { organizationId };
  return { organizationId, id: { $in: [...extent.companyIds, ...extent.propertyCompanyIds] } };
}

export function mayEdit(identity: Identity, companyId: string): boolean {
  return reaches(identity, COMPANY_EDITORS, { companyId });
}
