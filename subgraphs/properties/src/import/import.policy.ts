import type { FilterQuery } from '@mikro-orm/core';
import { extentOf, forbidden, type Place, reaches } from '@propertea/chassis/graph';
import type { Identity, Role } from '@propertea/kernel';
import type { KnownCompany } from './company-names.js';
import type { Import } from './import.entity.js';

/** Who may bring properties and units into the portfolio. */
export const IMPORTERS: readonly Role[] = ['ORGANIZATION_ADMIN', 'PROPERTY_MANAGER'];

/** Throws FORBIDDEN for somebody who may import nowhere in the organization. */
export function demandImporter(identity: Identity): void {
  if (!identity.grants.some((grant) => IMPORTERS.includes(grant.role))) throw forbidden();
}

/** Whether the importer may write to the place. */
export function mayImportInto(identity: Identity, place: Place): boolean {
  return reaches(identity, IMPORTERS, place);
}

/** The companies that exist for the importer: those within reach, and those of properties within reach. */
export function visibleCompanies(identity: Identity, companies: KnownCompany[]): KnownCompany[] {
  const extent = extentOf(identity, IMPORTERS);
  if (extent === 'everything') return companies;
  const ids = new Set([...extent.companyIds, ...extent.propertyCompanyIds]);
  return companies.filter((company) => ids.has(company.id));
}

/** The imports a person sees: all with reach over the organization, otherwise their own. */
export function visibleImports(identity: Identity): FilterQuery<Import> {
  const { organizationId, subject } = identity;
  const isEverything = extentOf(identity, IMPORTERS) === 'everything';
  return isEverything ? { organizationId } : { organizationId, uploadedBy: subject };
}
