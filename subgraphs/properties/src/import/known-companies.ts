import type { EntityManager } from '@mikro-orm/postgresql';
import { Company } from '../company/company.entity.js';
import type { KnownCompany } from './company-names.js';

/** The live companies of the organization in which the transaction stands. */
export function knownCompanies(em: EntityManager, organizationId: string): Promise<KnownCompany[]> {
  return em.find(
    Company,
    { organizationId, isRetired: false },
    { fields: ['id', 'code', 'name'], orderBy: { code: 'ASC' }, disableIdentityMap: true },
  );
}
