import type { FilterQuery } from '@mikro-orm/core';
import { extentOf, organizationOf } from '@propertea/chassis/graph';
import type { Identity } from '@propertea/kernel';
import type { Company } from './company.entity.js';

/** The companies within somebody's reach; a grant on one property shows the company that owns it. */
export function visibleCompanies(identity: Identity): FilterQuery<Company> {
  const organizationId = organizationOf(identity);
  const extent = extentOf(identity);
  if (extent === 'everything') return { organizationId };
  return { organizationId, id: { $in: [...extent.companyIds, ...extent.propertyCompanyIds] } };
}
