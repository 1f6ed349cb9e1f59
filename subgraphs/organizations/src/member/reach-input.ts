import type { EntityManager } from '@mikro-orm/postgresql';
import { notFound } from '@propertea/chassis/store';
import { idOf, type Reach, ROLES } from '@propertea/kernel';
import { z } from 'zod';
import { Company } from '../company/company.entity.js';
import { OwnedProperty } from '../company/owned-property.entity.js';

/** A role and how far it goes: nothing more for the organization, or one company, or one property. */
export const grantInput = z
  .object({
    role: z.enum(ROLES),
    companyId: idOf('Company').nullish(),
    propertyId: idOf('Property').nullish(),
  })
  .refine(({ companyId, propertyId }) => !companyId || !propertyId, {
    error: 'Name a company or a property, not both.',
    path: ['propertyId'],
  });

/** The reach that an input names; NOT_FOUND where its company or property is not the organization's. */
export async function readReach(
  em: EntityManager,
  organizationId: string,
  input: z.output<typeof grantInput>,
): Promise<Reach> {
  if (input.companyId) {
    const company = await em.findOne(Company, { organizationId, id: input.companyId });
    if (!company) throw notFound('Company', 'companyId');
    return { kind: 'company', companyId: company.id };
  }
  if (input.propertyId) {
    const id = input.propertyId;
    const property = await em.findOne(OwnedProperty, { organizationId, id });
    if (!property) throw notFound('Property', 'propertyId');
    return { kind: 'property', propertyId: property.id, companyId: property.companyId };
  }
  return { kind: 'organization' };
}
