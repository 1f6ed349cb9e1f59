import { Fault, type Grant, type Identity, type Persona, type Role } from '@propertea/kernel';

export const ALL_ROLES: readonly Role[] = [
  'ORGANIZATION_ADMIN',
  'PROPERTY_MANAGER',
  'ACCOUNTANT',
  'MAINTENANCE_COORDINATOR',
  'LEASING_AGENT',
  'VIEWER',
];

/** Where something stands for the reach of a grant; what is absent belongs to the whole organization. */
export interface Place {
  companyId?: string;
  propertyId?: string;
}

/** How far a person's grants of certain roles go: everything, or these companies and properties. */
export type Extent =
  | 'everything'
  | { companyIds: string[]; propertyIds: string[]; propertyCompanyIds: string[] };

/** The union of the reaches of the grants with one of `roles`. */
export function extentOf(identity: Identity, roles: readonly Role[] = ALL_ROLES): Extent {
  const grants = identity.grants.filter((grant) => roles.includes(grant.role));
  if (grants.some((grant) => grant.reach.kind === 'organization')) return 'everything';
  return {
    companyIds: grants.flatMap(({ reach }) => (reach.kind === 'company' ? [reach.companyId] : [])),
    propertyIds: grants.flatMap(({ reach }) =>
      reach.kind === 'property' ? [reach.propertyId] : [],
    ),
    propertyCompanyIds: grants.flatMap(({ reach }) =>
      reach.kind === 'property' ? [reach.companyId] : [],
    ),
  };
}

/** Whether a grant with one of `roles` reaches the place. */
export function reaches(identity: Identity, roles: readonly Role[], place: Place = {}): boolean {
  return identity.grants.some((grant) => roles.includes(grant.role) && covers(grant, place));
}

function covers({ reach }: Grant, place: Place): boolean {
  switch (reach.kind) {
    case 'organization':
      return true;
    case 'company':
      return place.companyId === reach.companyId;
    case 'property':
      return place.propertyId === reach.propertyId;
  }
}

/** Throws FORBIDDEN unless a grant with one of `roles` reaches the place. */
export function demand(identity: Identity, roles: readonly Role[], place: Place = {}): void {
  if (!reaches(identity, roles, place)) throw forbidden();
}

export function forbidden(): Fault {
  return new Fault(
    'FORBIDDEN',
    'Your role does not allow this here. Ask an administrator of the organization.',
  );
}

const OF_AN_ORGANIZATION: ReadonlySet<Persona> = new Set(['STAFF', 'SYSTEM', 'INTEGRATOR']);

/** The organization in which somebody stands; BAD_USER_INPUT where none was chosen. */
export function organizationOf(identity: Identity): string {
  const { organizationId, persona } = identity;
  if (organizationId && OF_AN_ORGANIZATION.has(persona)) return organizationId;
  throw new Fault('BAD_USER_INPUT', 'Choose an organization: send its id as x-organization-id.');
}

/** The signed-in person; UNAUTHENTICATED for nobody, FORBIDDEN for an API client, which is no person. */
export function personOf(identity: Identity): string {
  if (identity.persona === 'INTEGRATOR') {
    throw new Fault(
      'FORBIDDEN',
      'An API client acts for its organization. A person has to do this.',
    );
  }
  if (identity.subject) return identity.subject;
  throw new Fault('UNAUTHENTICATED', 'Sign in first.');
}
