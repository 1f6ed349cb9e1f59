import { z } from 'zod';

export const PERSONAS = ['ANONYMOUS', 'PERSON', 'STAFF', 'OPERATOR', 'SYSTEM'] as const;
/** In which capacity somebody acts. STAFF stands in exactly one organization. */
export type Persona = (typeof PERSONAS)[number];

export const ROLES = [
  'ORGANIZATION_ADMIN',
  'PROPERTY_MANAGER',
  'ACCOUNTANT',
  'MAINTENANCE_COORDINATOR',
  'LEASING_AGENT',
  'VIEWER',
] as const;
export type Role = (typeof ROLES)[number];

const uuid = z.uuid();

export const reachSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organization') }),
  z.object({ kind: z.literal('company'), companyId: uuid }),
  z.object({ kind: z.literal('property'), propertyId: uuid, companyId: uuid }),
]);
/** How far a grant goes: everything of the organization, one company, or one property of a company. */
export type Reach = z.infer<typeof reachSchema>;

export const grantSchema = z.object({ role: z.enum(ROLES), reach: reachSchema });
export type Grant = z.infer<typeof grantSchema>;

/** Who asks, as the gateway asserts it and every room verifies it. Ids are plain UUIDs. */
export interface Identity {
  /** The user; null for nobody (ANONYMOUS) and for the platform itself (SYSTEM). */
  subject: string | null;
  persona: Persona;
  organizationId: string | null;
  grants: readonly Grant[];
  /** Rises with every change of the person's grants in this organization. */
  grantsVersion: number;
  scopes: readonly string[];
}

export const ANONYMOUS: Identity = {
  subject: null,
  persona: 'ANONYMOUS',
  organizationId: null,
  grants: [],
  grantsVersion: 0,
  scopes: [],
};

/** The platform acting in one organization (consumers, demo) or in none (gateway's own look-ups). */
export function systemIdentity(organizationId: string | null = null): Identity {
  return {
    subject: null,
    persona: 'SYSTEM',
    organizationId,
    grants: organizationId ? [{ role: 'ORGANIZATION_ADMIN', reach: { kind: 'organization' } }] : [],
    grantsVersion: 0,
    scopes: [],
  };
}

export const ASSERTION_HEADER = 'x-propertea-assertion';
export const ORGANIZATION_HEADER = 'x-organization-id';
export const REQUEST_ID_HEADER = 'x-request-id';
