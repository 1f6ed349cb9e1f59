import type { EntityManager } from '@mikro-orm/postgresql';
import { forbidden, organizationOf } from '@propertea/chassis/graph';
import { assertVersion, notFound } from '@propertea/chassis/store';
import type { Identity } from '@propertea/kernel';
import { Company } from './company.entity.js';
import { mayEdit, visibleCompanies } from './company.policy.js';

/** The company a command names, if the caller may see it (else NOT_FOUND) and change it (else FORBIDDEN). */
export async function editableCompany(
  em: EntityManager,
  identity: Identity,
  input: { companyId: string; version: number },
): Promise<Company> {
  organizationOf(identity);
  const company = await em.findOne(Company, {
    $and: [visibleCompanies(identity), { id: input.companyId }],
  });
  if (!company) throw notFound('Company', 'companyId');
  if (!mayEdit(identity, company.id)) throw forbidden();
  assertVersion(company, input.version);
  return company;
}
