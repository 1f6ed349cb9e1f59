import { extentOf, organizationOf } from '@propertea/chassis/graph';
import type { Identity, Persona, Role } from '@propertea/kernel';

/** Who may change the portfolio within their reach; every role may read it. */
export const PORTFOLIO_WRITERS: readonly Role[] = ['ORGANIZATION_ADMIN', 'PROPERTY_MANAGER'];

const OFFICE: ReadonlySet<Persona> = new Set(['STAFF', 'SYSTEM', 'INTEGRATOR']);

/** Whether somebody stands in an organization; for others nothing of this room exists. */
export function hasOffice({ organizationId, persona }: Identity): boolean {
  return organizationId !== null && OFFICE.has(persona);
}

type Within<Field extends string> =
  | { organizationId: string }
  | {
      organizationId: string;
      $or: [{ companyId: { $in: string[] } }, Record<Field, { $in: string[] }>];
    };

/**
 * What is within somebody's reach, as a filter over rows that carry their company; `field` is the
 * property that holds the id of the property. BAD_USER_INPUT for who stands in no organization.
 */
export function withinReach<Field extends 'id' | 'propertyId'>(
  identity: Identity,
  field: Field,
): Within<Field> {
  const organizationId = organizationOf(identity);
  const extent = extentOf(identity);
  if (extent === 'everything') return { organizationId };
  const ofProperty = { [field]: { $in: extent.propertyIds } } as Record<Field, { $in: string[] }>;
  return { organizationId, $or: [{ companyId: { $in: extent.companyIds } }, ofProperty] };
}
