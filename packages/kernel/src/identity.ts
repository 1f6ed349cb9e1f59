import { z } from 'zod';
import { Fault } from './errors.js';

export const PERSONAS = [
  'ANONYMOUS',
  'PERSON',
  'STAFF',
  'OPERATOR',
  'SYSTEM',
  'INTEGRATOR',
] as const;
/**
 * In which capacity somebody acts. STAFF stands in exactly one organization, and so does an INTEGRATOR:
 * a program with a key of one of the organization's API clients.
 */
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
  /** The user, or the API client of an INTEGRATOR; null for nobody (ANONYMOUS) and the platform itself (SYSTEM). */
  subject: string | null;
  persona: Persona;
  organizationId: string | null;
  grants: readonly Grant[];
  /** Rises with every change of the person's grants in this organization. */
  grantsVersion: number;
  scopes: readonly string[];
  /** May read and nothing else: the gateway refuses every write, and so does each room. */
  readOnly?: boolean;
  /** Whose eyes the subject reads with at the moment; the subject stays who they are. */
  viewAs?: ViewAsClaim;
}

/** A running view as another member: its id and whose membership it is. Plain UUIDs. */
export interface ViewAsClaim {
  id: string;
  memberId: string;
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

/** What somebody is told who may only read and asks for a write. */
export function readOnlyRefusal(): Fault {
  return new Fault(
    'FORBIDDEN',
    'Nothing can be changed while you view as another member. End the view first.',
  );
}

/** Whether everything within `inner` lies within `outer`. */
export function reachCovers(outer: Reach, inner: Reach): boolean {
  switch (outer.kind) {
    case 'organization':
      return true;
    case 'company':
      return inner.kind !== 'organization' && inner.companyId === outer.companyId;
    case 'property':
      return inner.kind === 'property' && inner.propertyId === outer.propertyId;
  }
}

/**
 * What of `grants` lies within `own`: each keeps its role as far as `own` has the same role or
 * ORGANIZATION_ADMIN there, narrowed to that reach, and is dropped where it has neither. Whoever acts
 * with the answer can do nothing that `own` could not.
 */
export function grantsWithin(grants: readonly Grant[], own: readonly Grant[]): Grant[] {
  return grants.flatMap(({ role, reach }) => {
    const mine = own
      .filter((grant) => grant.role === role || grant.role === 'ORGANIZATION_ADMIN')
      .map((grant) => grant.reach);
    if (mine.some((outer) => reachCovers(outer, reach))) return [{ role, reach }];
    // Reaches form a tree: what two have in common is the narrower of them, or nothing.
    const narrower = mine.filter((inner) => reachCovers(reach, inner));
    const apart = narrower.filter(
      (inner, at) =>
        !narrower.some(
          (other, before) =>
            reachCovers(other, inner) && (!reachCovers(inner, other) || before < at),
        ),
    );
    return apart.map((inner) => ({ role, reach: inner }));
  });
}

export const ASSERTION_HEADER = 'x-propertea-assertion';
export const ORGANIZATION_HEADER = 'x-organization-id';
/** The id of a running view as another member; beside the organization in which it was begun. */
export const VIEW_AS_HEADER = 'x-view-as';
export const REQUEST_ID_HEADER = 'x-request-id';
