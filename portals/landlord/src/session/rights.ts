import type { SessionQuery } from './gql/graphql';

type Grant = NonNullable<
  NonNullable<SessionQuery['viewer']>['memberships']
>['nodes'][number]['grants'][number];

export interface Rights {
  /** Members, companies, the organization itself, the audit log. */
  isAdministrator: boolean;
  /** Properties of this company, or of any company without one, may be changed. */
  mayEdit: (place?: { companyId?: string | null; propertyId?: string | null }) => boolean;
  /** Files may be imported somewhere. */
  mayImport: boolean;
  isReadOnly: boolean;
}

const EDITORS = new Set(['ORGANIZATION_ADMIN', 'PROPERTY_MANAGER']);

/** What grants allow, as far as the portal hides what would be refused; the rooms decide. */
export function rightsOf(grants: readonly Grant[], isReadOnly = false): Rights {
  const editors = grants.filter(({ role }) => EDITORS.has(role));
  const isAdministrator = grants.some(
    ({ role, reachKind }) => role === 'ORGANIZATION_ADMIN' && reachKind === 'ORGANIZATION',
  );
  return {
    isReadOnly,
    isAdministrator,
    mayImport: !isReadOnly && editors.some(({ reachKind }) => reachKind !== 'PROPERTY'),
    mayEdit: ({ companyId, propertyId } = {}) =>
      !isReadOnly &&
      editors.some(
        ({ reachKind, company, property }) =>
          reachKind === 'ORGANIZATION' ||
          (reachKind === 'COMPANY' && (!companyId || company?.id === companyId)) ||
          (reachKind === 'PROPERTY' && propertyId !== undefined && property?.id === propertyId),
      ),
  };
}
